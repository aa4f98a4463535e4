import { db } from '../db.ts'
import { ok, type Result } from '../result.ts'
import { isAccountGone, type StripeFailure } from '../stripe/errors.ts'
import { listPayouts, type PayoutSnapshot } from '../stripe/payouts.ts'
import { compare, type Moved } from './compare.ts'
import { payoutMovements } from './ledger-movements.ts'
import type { Difference } from './model.ts'

/** What a payout has moved in its balance: what it took, less what came back. Nothing yet is nothing to compare. */
function movedBy(payout: PayoutSnapshot): Moved[] {
  const amount = payout.amountReturned - payout.amountLeft
  const isMoved = payout.amountLeft !== 0n || payout.amountReturned !== 0n
  return isMoved ? [{ objectId: payout.stripePayoutId, currency: payout.currency, amount, fee: 0n }] : []
}

/**
 * Compares every contractor's payouts with the ledger, both ways, whoever made them. `since` is the period, and Stripe is read
 * from `before` on. The platform's own payouts are among the movements of its balance, and those of an account that Stripe does not
 * have any more cannot be read: what is left of it is seen in its balance.
 */
export async function comparePayouts(
  livemode: boolean,
  since: Date,
  before: Date,
): Promise<Result<Difference[], StripeFailure>> {
  const posted = Map.groupBy(await payoutMovements(livemode), movement => movement.connectedAccountId)
  const accounts = await db().connectedAccount.findMany({
    where: { livemode, stripeAccountId: { not: null } },
    select: { id: true, stripeAccountId: true },
  })
  const differences: Difference[] = []
  for (const { id, stripeAccountId } of accounts) {
    const payouts = await listPayouts(stripeAccountId, before)
    if (!payouts.ok && isAccountGone(payouts.error)) continue
    if (!payouts.ok) return payouts
    const moved = payouts.value.flatMap(movedBy)
    differences.push(...compare(moved, posted.get(id) ?? [], since, stripeAccountId ?? ''))
  }
  return ok(differences)
}
