import { transaction } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import { isDefinite, type StripeFailure } from '../stripe/errors.ts'
import type { Actor } from '../users/model.ts'
import { claimRefund, refundRefusal } from './claim-refund.ts'
import { continueRefund } from './continue-refund.ts'
import type { RefundErrorCode, RequestRefundInput } from './model.ts'

/** What Stripe's answer to a refund means to the admin. */
export function refundErrorOf(failure: StripeFailure): RefundErrorCode {
  return isDefinite(failure) ? refundRefusal(failure.code ?? failure.kind) : 'processing'
}

/**
 * An admin refunds the employer, whole or in part, with or without reversing the contractor's transfer and returning the
 * commission. Never more than was captured, counted under the payment's lock. Pressing twice is one refund.
 */
export async function requestRefund(
  actor: Actor,
  input: RequestRefundInput,
): Promise<Result<{ refundId: string }, RefundErrorCode>> {
  const claimed = await transaction(tx => claimRefund(tx, actor, input))
  if (!claimed.ok) return claimed
  const { refundId, isDone } = claimed.value
  if (isDone) return ok({ refundId })
  const continued = await continueRefund(refundId)
  return continued.ok ? ok({ refundId }) : fail(refundErrorOf(continued.error))
}
