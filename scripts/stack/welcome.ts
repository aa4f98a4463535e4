import path from 'node:path'
import { DEMO_PASSWORD, DEMO_PEOPLE } from '#lib/demo/people.ts'
import type { Settings } from './settings.ts'
import type { Steps } from './steps.ts'

/** Says where the app is and, beside the local Stripe, who can sign in. */
export function printWelcome(settings: Settings, steps: Steps): void {
  steps.say(`\nHoldfast is ready at ${settings.env.NEXTAUTH_URL}`)
  if (settings.localStripeUrl) {
    steps.say(`The local Stripe is at ${settings.localStripeUrl}: no real money moves.`)
    steps.say(`Sign in with the password "${DEMO_PASSWORD}" as`)
    for (const person of Object.values(DEMO_PEOPLE)) {
      steps.say(`  ${person.email.padEnd(22)}${person.about}`)
    }
  }
  steps.say(`Logs are in ${path.join(settings.dataDir, 'logs')}. Ctrl-C stops everything.`)
}
