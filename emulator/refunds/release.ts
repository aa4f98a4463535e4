import { invalid } from '../core/errors.ts'
import { unschedule } from '../core/tasks.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import type { Charge } from '../payments/kinds.ts'
import { type RefundWish, refundOf } from './blank.ts'
import type { Refund } from './kinds.ts'

/** A hold without an intent: there is no other way to let it go than to refund it. */
export function isLegacyHold(charge: Charge): boolean {
  return (
    charge.payment_intent === null && !charge.captured && !charge.refunded && charge.status === 'succeeded'
  )
}

/**
 * Lets a hold without an intent go: a refund in full of which no money moves.
 * docs.stripe.com/charges/placing-a-hold
 * @throws StripeError 400 for a part.
 */
export function releaseHold(tx: Tx, charge: Charge, wish: RefundWish, account: string): Refund {
  if (wish.amount !== undefined && wish.amount !== charge.amount) {
    throw invalid(
      'You cannot partially refund an uncaptured charge. Instead, capture the charge for an amount less than the original amount',
      { param: 'amount' },
    )
  }
  const refund = refundOf(charge, wish, charge.amount, tx.now)
  refund.status = 'succeeded'
  tx.put('refund', refund.id, refund, account)
  charge.amount_refunded = charge.amount
  charge.refunded = true
  unschedule(tx, 'charge_expires', charge.id, account)
  emit(tx, 'refund.created', refund, account)
  emit(tx, 'charge.refunded', charge, account)
  return refund
}
