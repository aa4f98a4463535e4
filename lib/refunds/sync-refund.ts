import type { Result } from '../result.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { retrieveRefund } from '../stripe/refunds.ts'
import type { RefundStatus } from './model.ts'
import { recordRefund } from './record-refund.ts'

/** Re-reads a Refund from Stripe and records what it says; null for one that is not ours. */
export async function syncRefund(
  stripeRefundId: string,
): Promise<Result<RefundStatus | null, StripeFailure>> {
  const snapshot = await retrieveRefund(stripeRefundId)
  return snapshot.ok ? recordRefund(snapshot.value) : snapshot
}
