import { db } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { cancel } from '../stripe/payment-intents.ts'
import { continueAuthorization } from './continue-authorization.ts'
import type { PaymentStatus } from './model.ts'
import { recordPayment } from './record-payment.ts'
import { syncPayment } from './sync-payment.ts'

/**
 * Cancels a payment's intent at Stripe and records what came of it. If Stripe says that the intent has moved on (captured
 * or canceled already), that is read and converged on. Null: nothing of it exists at Stripe.
 */
export async function continueRelease(
  paymentId: string,
): Promise<Result<PaymentStatus | null, StripeFailure>> {
  const before = await db().payment.findUniqueOrThrow({ where: { id: paymentId } })
  if (before.status === 'pending') {
    const answer = await continueAuthorization(paymentId)
    if (!answer.ok) return answer
  }
  const { stripePaymentIntentId } = await db().payment.findUniqueOrThrow({ where: { id: paymentId } })
  if (!stripePaymentIntentId) return ok(null)
  const canceled = await cancel(paymentId, stripePaymentIntentId)
  if (canceled.ok) return ok(await recordPayment(canceled.value))
  return canceled.error.kind === 'already_done' ? syncPayment(stripePaymentIntentId) : fail(canceled.error)
}
