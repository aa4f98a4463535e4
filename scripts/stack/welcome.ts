import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Settings } from './settings.ts'
import type { Steps } from './steps.ts'

type DemoPerson = { role: string; email: string; password: string }

async function demoPeople(projectDir: string): Promise<DemoPerson[]> {
  const file = path.join(projectDir, 'prisma', 'demo-people.ts')
  if (!existsSync(file)) return []
  const exported = (await import(pathToFileURL(file).href)) as { demoPeople: DemoPerson[] }
  return exported.demoPeople
}

/** Says where the app is and, beside the local Stripe, who can sign in. */
export async function printWelcome(settings: Settings, steps: Steps): Promise<void> {
  steps.say(`\nHoldfast is ready at ${settings.env.NEXTAUTH_URL}`)
  if (settings.localStripeUrl) {
    steps.say(`The local Stripe is at ${settings.localStripeUrl}: no real money moves.`)
    for (const person of await demoPeople(settings.projectDir)) {
      steps.say(`  ${person.role.toLowerCase().padEnd(12)}${person.email}   password: ${person.password}`)
    }
  }
  steps.say(`Logs are in ${path.join(settings.dataDir, 'logs')}. Ctrl-C stops everything.`)
}
