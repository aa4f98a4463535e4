import { fail, ok, type Result } from '../result.ts'
import { isDefinite } from '../stripe/errors.ts'
import { continueCapture } from './continue-capture.ts'
import type { PaymentErrorCode } from './model.ts'

/** Captures at Stripe what was claimed, and says how that went: `processing` where a job has to find out. */
export async function captureClaimed(
  paymentId: string,
): Promise<Result<{ paymentId: string }, PaymentErrorCode>> {
  const captured = await continueCapture(paymentId)
  if (!captured.ok) return fail(isDefinite(captured.error) ? 'refused_by_stripe' : 'processing')
  return captured.value === 'canceled' ? fail('hold_expired') : ok({ paymentId })
}
