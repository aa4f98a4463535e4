import { db } from '../db.ts'
import { env } from '../env.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { PaymentErrorCode, PaymentStatus } from './model.ts'
import { declineReason } from './model.ts'
import { syncPayment } from './sync-payment.ts'

/**
 * After the bank's check in the browser: the PaymentIntent is read again, since what the browser says is not proof.
 * A failed check is the decline reason as an error.
 */
export async function finishAuthentication(
  actor: Actor,
  input: { paymentId: string },
): Promise<Result<{ orderId: string; status: PaymentStatus }, PaymentErrorCode>> {
  const payment = await db().payment.findFirst({
    where: { id: input.paymentId, order: { employerId: actor.userId, livemode: env().stripe.livemode } },
  })
  if (!payment?.stripePaymentIntentId) return fail('not_found')
  const synced = await syncPayment(payment.stripePaymentIntentId)
  if (!synced.ok) return fail('processing')
  const after = await db().payment.findUniqueOrThrow({ where: { id: payment.id } })
  if (after.status === 'failed') return fail(declineReason(after.declineCode, after.failureCode))
  return ok({ orderId: after.orderId, status: after.status })
}
