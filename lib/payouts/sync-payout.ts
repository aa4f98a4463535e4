import { ok, type Result } from '../result.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { retrievePayout } from '../stripe/payouts.ts'
import type { PayoutStatus } from './model.ts'
import { recordPayout } from './record-payout.ts'

/** Re-reads a payout from Stripe and records what it says; null for one of an account that is not ours. */
export async function syncPayout(
  stripeAccountId: string | null,
  stripePayoutId: string,
): Promise<Result<PayoutStatus | null, StripeFailure>> {
  const snapshot = await retrievePayout(stripeAccountId, stripePayoutId)
  return snapshot.ok ? ok(await recordPayout(stripeAccountId, snapshot.value)) : snapshot
}
