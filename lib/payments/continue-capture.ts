import { db } from '../db.ts'
import { fail, invariant, ok, type Result } from '../result.ts'
import { isDefinite, type StripeFailure } from '../stripe/errors.ts'
import { capture } from '../stripe/payment-intents.ts'
import type { PaymentStatus } from './model.ts'
import { recordPayment } from './record-payment.ts'
import { syncPayment } from './sync-payment.ts'

/**
 * Captures what approval asked for, and records it. The sums come from the row, so a resumed capture is the same capture.
 * "Already captured" and "already canceled" are read and converged on; after any other definite refusal the next try
 * carries a new key, as Stripe would only repeat the stored refusal.
 */
export async function continueCapture(
  paymentId: string,
): Promise<Result<PaymentStatus | null, StripeFailure>> {
  const payment = await db().payment.findUniqueOrThrow({ where: { id: paymentId } })
  const { stripePaymentIntentId, captureAmount, captureCommission, captureAttempt } = payment
  invariant(
    stripePaymentIntentId && captureAmount !== null && captureCommission !== null,
    'a capture is asked for before it is continued',
  )
  if (payment.status !== 'requires_capture') return ok(payment.status)
  const captured = await capture({
    paymentId,
    attempt: captureAttempt,
    paymentIntentId: stripePaymentIntentId,
    amount: captureAmount,
    commission: captureCommission,
  })
  if (captured.ok) return ok(await recordPayment(captured.value))
  if (captured.error.kind === 'already_done') return syncPayment(stripePaymentIntentId)
  // A key that was used for another sum, which Stripe refused or took: the next try finds out which.
  if (isDefinite(captured.error) || captured.error.code === 'idempotency_error') {
    await db().payment.updateMany({
      where: { id: paymentId, captureAttempt },
      data: { captureAttempt: captureAttempt + 1, failureCode: captured.error.code },
    })
  }
  return fail(captured.error)
}
