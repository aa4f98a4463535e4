import { invalid } from '../core/errors.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import type { Charge } from '../payments/kinds.ts'
import { createReversal } from '../transfers/create-reversal.ts'
import type { RefundWish } from './blank.ts'
import type { Refund } from './kinds.ts'

/**
 * Refunds a payment that another account made: the transfer behind it is reversed, which makes the refund.
 * @throws StripeError 400 for more than is left, or more than this account has.
 */
export function refundDebit(tx: Tx, payment: Charge, wish: RefundWish, account: string): Refund {
  if (payment.refunded) {
    throw invalid(`Charge ${payment.id} has already been refunded.`, { code: 'charge_already_refunded' })
  }
  const transfer = tx.get('transfer', String(payment.source_transfer))
  const reversal = createReversal(tx, transfer, { amount: wish.amount, metadata: {}, refundFee: false })
  const refund = tx.edit('refund', String(reversal.destination_payment_refund))
  refund.metadata = wish.metadata
  refund.reason = wish.reason ?? null
  emit(tx, 'refund.created', refund, account)
  emit(tx, 'charge.refunded', tx.get('charge', payment.id), account)
  return refund
}
