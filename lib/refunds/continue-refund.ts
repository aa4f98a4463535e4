import { db, transaction } from '../db.ts'
import { fail, invariant, ok, type Result } from '../result.ts'
import { isDefinite, type StripeFailure } from '../stripe/errors.ts'
import { isKeyForgotten } from '../stripe/idempotency.ts'
import { createRefund, findRefund, type RefundSnapshot, retrieveRefund } from '../stripe/refunds.ts'
import type { RefundReason, RefundStatus } from './model.ts'
import { recordRefund } from './record-refund.ts'
import { tellDisputes } from './tell-disputes.ts'

const STRIPE_REASON: Record<RefundReason, 'duplicate' | 'fraudulent' | 'requested_by_customer'> = {
  requested_by_customer: 'requested_by_customer',
  not_delivered: 'requested_by_customer',
  not_as_agreed: 'requested_by_customer',
  duplicate: 'duplicate',
  fraudulent: 'fraudulent',
}

async function askStripe(refundId: string): Promise<Result<RefundSnapshot | null, StripeFailure>> {
  const row = await db().refund.findUniqueOrThrow({ where: { id: refundId }, include: { payment: true } })
  const { stripePaymentIntentId } = row.payment
  invariant(stripePaymentIntentId, 'only a captured payment is refunded')
  if (row.stripeRefundId) return retrieveRefund(row.stripeRefundId)
  if (isKeyForgotten(row.createdAt)) return findRefund(stripePaymentIntentId, refundId)
  return createRefund({
    refundId,
    requestKey: row.requestKey,
    ourReason: row.reason,
    note: row.note,
    createdById: row.createdById,
    attempt: row.attempt,
    paymentIntentId: stripePaymentIntentId,
    amount: row.amount,
    reverseTransfer: row.reverseTransfer,
    refundCommission: row.refundCommission,
    reason: STRIPE_REASON[row.reason as RefundReason],
  })
}

async function refuse(refundId: string, reason: string): Promise<void> {
  await transaction(async tx => {
    const open = { id: refundId, status: 'requested' as const }
    const refused = await tx.refund.updateManyAndReturn({
      where: open,
      data: { status: 'failed', failureReason: reason },
    })
    for (const { paymentId } of refused) await tellDisputes(tx, paymentId)
  })
}

/** Takes a refund that Stripe has not answered to Stripe, and records the answer; any number of times. */
export async function continueRefund(refundId: string): Promise<Result<RefundStatus | null, StripeFailure>> {
  const answer = await askStripe(refundId)
  if (answer.ok && answer.value) return recordRefund(answer.value)
  if (answer.ok) {
    await refuse(refundId, 'never_arrived')
    return ok('failed')
  }
  if (isDefinite(answer.error)) await refuse(refundId, answer.error.code ?? answer.error.kind)
  return fail(answer.error)
}
