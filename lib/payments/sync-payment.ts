import { ok, type Result } from '../result.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { retrievePayment } from '../stripe/payment-intents.ts'
import type { PaymentStatus } from './model.ts'
import { recordPayment } from './record-payment.ts'

/** Re-reads a PaymentIntent from Stripe and records what it says; null for one that is not ours. */
export async function syncPayment(
  paymentIntentId: string,
): Promise<Result<PaymentStatus | null, StripeFailure>> {
  const snapshot = await retrievePayment(paymentIntentId)
  return snapshot.ok ? ok(await recordPayment(snapshot.value)) : snapshot
}
