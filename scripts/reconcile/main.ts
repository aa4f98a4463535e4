import { parseArgs } from 'node:util'
import { db } from '#lib/db.ts'
import { syncPayouts } from '#lib/payouts/sync-payouts.ts'
import { type Difference, PROPOSALS } from '#lib/reconciliation/model.ts'
import { reconcile } from '#lib/reconciliation/reconcile.ts'
import { catchUp } from '#lib/webhooks/catch-up.ts'
import { Refusal } from '../refusal.ts'
import { takeEnvironment } from '../stack/take-environment.ts'

// `npm run reconcile [-- --days N]`: takes in the events and payouts that were missed, compares the ledger with Stripe, prints every
// difference, and exits with 1 when there is any.

function print(one: Difference): void {
  const where = one.account || 'the platform'
  console.log(
    `${one.kind} ${one.subject} (${one.currency}) on ${where}: ledger ${one.ledgerAmount}, Stripe ${one.stripeAmount}`,
  )
  console.log(`  ${PROPOSALS[one.kind]}`)
}

async function run(): Promise<void> {
  takeEnvironment()
  const { values } = parseArgs({ options: { days: { type: 'string' } } })
  const days = values.days === undefined ? undefined : Number(values.days)
  if (days !== undefined && !(days > 0)) throw new Refusal('--days must be a number above 0.')
  const missed = await catchUp()
  const payouts = missed.ok ? await syncPayouts() : missed
  const differences = payouts.ok ? await reconcile(days) : payouts
  if (!differences.ok)
    throw new Refusal(`Stripe did not answer (${differences.error.kind}): try again later.`)
  for (const difference of differences.value) print(difference)
  const count = (result: typeof missed) => (result.ok ? result.value : 0)
  console.log(
    `${count(missed)} missed events found, ${count(payouts)} payouts brought up to date, ${differences.value.length} differences.`,
  )
  if (differences.value.length > 0) process.exitCode = 1
}

try {
  await run()
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
} finally {
  if (process.env.DATABASE_URL) await db().$disconnect()
}
