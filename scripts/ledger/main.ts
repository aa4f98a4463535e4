import { db } from '#lib/db.ts'
import { env } from '#lib/env.ts'
import { checkInvariants, type InvariantResult } from '#lib/ledger/invariants.ts'
import { Refusal } from '../refusal.ts'
import { takeEnvironment } from '../stack/take-environment.ts'

// `npm run ledger:check`: prints each invariant with its count of breaches; exits with 1 when there is any.

const SHOWN_MAX = 20
function print({ name, words, breaches }: InvariantResult): void {
  console.log(`${breaches.length === 0 ? 'holds ' : 'BROKEN'} ${name}: ${breaches.length} breaches. ${words}`)
  for (const { id, detail } of breaches.slice(0, SHOWN_MAX)) console.log(`         ${id}: ${detail}`)
}

async function check(): Promise<void> {
  takeEnvironment()
  const results = await checkInvariants(env().stripe.livemode)
  for (const result of results) print(result)
  const broken = results.filter(result => result.breaches.length > 0).length
  console.log(`${results.length - broken} of ${results.length} invariants hold.`)
  if (broken > 0) process.exitCode = 1
}

try {
  await check()
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
} finally {
  if (process.env.DATABASE_URL) await db().$disconnect()
}
