import { existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '../refusal.ts'
import { hasNoUsers } from './database.ts'
import type { Settings } from './settings.ts'

const SCRIPT = path.join('prisma', 'seed.ts')

/** There while the demo data is being filled in: found at a start, it means that a run was killed half-way. */
const markFile = (settings: Settings) => path.join(settings.dataDir, 'seeding')

/**
 * Whether the database holds only half of the demo data, because an earlier run was killed or failed on the way.
 * Throws Refusal when that database is not ours to throw away.
 */
export function isHalfSeeded(settings: Settings): boolean {
  if (!existsSync(markFile(settings))) return false
  if (settings.externalDatabaseUrl === null) return true
  throw new Refusal(
    `The demo data was only half filled in: empty the database that DATABASE_URL names, remove ${markFile(settings)}, and start again.`,
  )
}

/** Forgets the half demo data; called once the database that held it is gone. */
export function forgetHalfSeed(settings: Settings): void {
  rmSync(markFile(settings), { force: true })
}

/** Whether demo data is wanted: beside the local Stripe only, because its people have published passwords. */
export async function wantsSeed(settings: Settings, databaseUrl: string): Promise<boolean> {
  return settings.localStripeUrl !== null && (await hasNoUsers(databaseUrl))
}

/** Fills in the demo data once; `run` runs the script to its end. */
export async function seedOnce(settings: Settings, run: (script: string) => Promise<void>): Promise<void> {
  writeFileSync(markFile(settings), '')
  await run(SCRIPT)
  forgetHalfSeed(settings)
}
