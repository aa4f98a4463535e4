import { transaction } from '../db.ts'
import type { Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { captureClaimed } from './capture-claimed.ts'
import { claimCapture } from './claim-capture.ts'
import type { CapturePaymentInput } from './input-model.ts'
import type { PaymentErrorCode } from './model.ts'

/**
 * The employer approves the work: the hold is captured, whole or in part, with the commission in proportion. Pressing
 * twice is one capture. Without an answer from Stripe the result is `processing` and a job finds out.
 */
export async function capturePayment(
  actor: Actor,
  input: CapturePaymentInput,
): Promise<Result<{ paymentId: string }, PaymentErrorCode>> {
  const claimed = await transaction(tx =>
    claimCapture(tx, { by: actor }, { employerId: actor.userId }, input),
  )
  return claimed.ok ? captureClaimed(claimed.value) : claimed
}
