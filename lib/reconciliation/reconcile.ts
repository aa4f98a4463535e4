import { setTimeout as sleep } from 'node:timers/promises'
import { DAY_MS, now } from '../clock.ts'
import { env } from '../env.ts'
import { ok, type Result } from '../result.ts'
import { listBalanceMovements } from '../stripe/balance-transactions.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { compare } from './compare.ts'
import { compareBalances } from './compare-balances.ts'
import { comparePayouts } from './compare-payouts.ts'
import { ledgerMovements } from './ledger-movements.ts'
import type { Difference } from './model.ts'
import { recordDifferences } from './record-differences.ts'

/** What the hourly run compares: refunds and reversals of an order come within weeks, and older ones are for a whole run. */
const PERIOD_DAYS = 35
/** Stripe's movements are read from before the period, so that an object's first movement is there with its last. */
const MARGIN_DAYS = 200

/** How long something that is under way may look like a difference. */
const SECOND_LOOK_MS = 3000

async function differencesSince(since: Date): Promise<Result<Difference[], StripeFailure>> {
  const { livemode } = env().stripe
  const posted = await ledgerMovements(livemode)
  const before = new Date(since.getTime() - MARGIN_DAYS * DAY_MS)
  const moved = await listBalanceMovements(before)
  if (!moved.ok) return moved
  const payouts = await comparePayouts(livemode, since, before)
  if (!payouts.ok) return payouts
  const balances = await compareBalances(livemode, payouts.value)
  if (!balances.ok) return balances
  return ok([...compare(moved.value, posted, since), ...payouts.value, ...balances.value])
}

const sameAs = (one: Difference) => (other: Difference) =>
  one.kind === other.kind && one.subject === other.subject && one.currency === other.currency

/**
 * Compares the ledger with Stripe, both ways: the movements of the platform's balance and every contractor's payouts one by one, and
 * what Stripe keeps for each contractor. What is not there any more at a second look was only under way. Differences become Discrepancy rows that propose what to
 * do; nothing else is written. `sinceDays` is the period of the movements.
 */
export async function reconcile(sinceDays = PERIOD_DAYS): Promise<Result<Difference[], StripeFailure>> {
  const since = new Date(now().getTime() - sinceDays * DAY_MS)
  const first = await differencesSince(since)
  if (!first.ok) return first
  let differences = first.value
  if (differences.length > 0) {
    await sleep(SECOND_LOOK_MS)
    const second = await differencesSince(since)
    if (!second.ok) return second
    differences = second.value.filter(one => first.value.some(sameAs(one)))
  }
  await recordDifferences(env().stripe.livemode, differences)
  return ok(differences)
}
