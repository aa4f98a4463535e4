import { now } from '../clock.ts'
import { db } from '../db.ts'
import { env } from '../env.ts'
import { ok, type Result } from '../result.ts'
import { isAccountGone, type StripeFailure } from '../stripe/errors.ts'
import { listPayouts, type PayoutSnapshot } from '../stripe/payouts.ts'
import { recordPayout } from './record-payout.ts'

/** How far back payouts may still change: a bank returns money within days, and names its reference within ten of the arrival. */
const LOOK_BACK_MS = 35 * 24 * 3600 * 1000

/** The payouts of a list that are not here as Stripe has them. */
async function unrecorded(snapshots: PayoutSnapshot[]): Promise<PayoutSnapshot[]> {
  const rows = await db().payout.findMany({
    where: {
      livemode: env().stripe.livemode,
      stripePayoutId: { in: snapshots.map(one => one.stripePayoutId) },
    },
  })
  const byId = new Map(rows.map(row => [row.stripePayoutId, row]))
  return snapshots.filter(snapshot => {
    const row = byId.get(snapshot.stripePayoutId)
    return !(
      row?.status === snapshot.status &&
      row.arrivalOn?.getTime() === snapshot.arrivalOn.getTime() &&
      row.traceId === snapshot.traceId &&
      row.amountLeft === snapshot.amountLeft &&
      row.amountReturned === snapshot.amountReturned
    )
  })
}

/** Every balance that payouts leave, and since when it has to be read: from its beginning if nothing of it is here yet. */
async function balances(): Promise<{ stripeAccountId: string | null; since: Date | null }[]> {
  const { livemode } = env().stripe
  const known = await db().payout.groupBy({ by: ['connectedAccountId'], where: { livemode } })
  const isKnown = new Set(known.map(row => row.connectedAccountId))
  const accounts = await db().connectedAccount.findMany({
    where: { livemode, stripeAccountId: { not: null } },
    select: { id: true, stripeAccountId: true },
  })
  const since = new Date(now().getTime() - LOOK_BACK_MS)
  return [{ id: null, stripeAccountId: null }, ...accounts].map(({ id, stripeAccountId }) => ({
    stripeAccountId,
    since: isKnown.has(id) ? since : null,
  }))
}

/**
 * Records the payouts of every account, and of the platform, that no event told of: made by Stripe's schedule, or returned by a bank
 * while our endpoint was down. Returns how many were news; the first failure of Stripe ends it, and the next run begins again. An account
 * that Stripe does not have any more has none.
 */
export async function syncPayouts(): Promise<Result<number, StripeFailure>> {
  let news = 0
  for (const { stripeAccountId, since } of await balances()) {
    const listed = await listPayouts(stripeAccountId, since)
    if (!listed.ok && isAccountGone(listed.error)) continue
    if (!listed.ok) return listed
    for (const snapshot of await unrecorded(listed.value)) {
      await recordPayout(stripeAccountId, snapshot)
      news += 1
    }
  }
  return ok(news)
}
