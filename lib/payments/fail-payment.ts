import { transaction } from '../db.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { moveOrder } from '../orders/move-order.ts'
import { recordOrderEvent } from '../orders/record-order-event.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { declineReason } from './model.ts'
import { standsAside } from './renewal-state.ts'

/**
 * Ends an attempt that Stripe has definitely refused, so that the order can be paid another way. The intent that a decline
 * leaves behind is canceled by a job: nobody may complete it later with another card.
 */
export async function failPayment(paymentId: string, failure: StripeFailure): Promise<void> {
  await transaction(async tx => {
    const ended = await tx.payment.updateMany({
      where: { id: paymentId, status: { in: ['pending', 'requires_action'] } },
      data: {
        status: 'failed',
        failureCode: failure.code,
        declineCode: failure.declineCode,
        ...(failure.paymentIntentId && { stripePaymentIntentId: failure.paymentIntentId }),
      },
    })
    if (ended.count === 0) return
    const row = await tx.payment.findUniqueOrThrow({ where: { id: paymentId } })
    const isAside = standsAside({ ...row, status: 'pending' })
    const data = { reason: declineReason(failure.declineCode, failure.code) }
    const kind = isAside ? 'renewal_declined' : 'hold_declined'
    await recordOrderEvent(tx, row.orderId, kind, { actorId: null, data })
    if (row.releaseRequestedAt && !isAside) await moveOrder(tx, row.orderId, 'cancel', { actorId: null })
    if (failure.paymentIntentId)
      await enqueue(tx, 'resume-payment', { paymentId }, { key: `payment:${paymentId}` })
  })
}
