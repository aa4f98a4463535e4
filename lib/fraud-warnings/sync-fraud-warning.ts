import { now } from '../clock.ts'
import { ok, type Result } from '../result.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { retrieveFraudWarning } from '../stripe/fraud-warnings.ts'
import { recordFraudWarning } from './record-fraud-warning.ts'

/** Re-reads a warning from Stripe and records what it says; null for one about a payment that is not, or not yet, ours. */
export async function syncFraudWarning(
  stripeWarningId: string,
): Promise<Result<'open' | 'over' | null, StripeFailure>> {
  const readAt = now()
  const snapshot = await retrieveFraudWarning(stripeWarningId)
  return snapshot.ok ? ok(await recordFraudWarning(snapshot.value, readAt)) : snapshot
}
