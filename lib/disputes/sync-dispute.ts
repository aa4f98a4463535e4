import { db } from '../db.ts'
import { env } from '../env.ts'
import { syncPayment } from '../payments/sync-payment.ts'
import { ok, type Result } from '../result.ts'
import { type DisputeSnapshot, retrieveDispute } from '../stripe/disputes.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { recordDispute } from './record-dispute.ts'

/** A bank can be faster than we: a payment whose capture is not known here yet is read first. */
async function syncPaymentOf({ paymentIntentId }: DisputeSnapshot): Promise<Result<unknown, StripeFailure>> {
  if (!paymentIntentId) return ok()
  const { livemode } = env().stripe
  const payment = await db().payment.findFirst({
    where: { livemode, stripePaymentIntentId: paymentIntentId },
    select: { status: true },
  })
  return payment && payment.status !== 'succeeded' ? syncPayment(paymentIntentId) : ok()
}

/** Re-reads a Dispute from Stripe and records what it says; null for one of a payment that is not ours. */
export async function syncDispute(stripeDisputeId: string): Promise<Result<string | null, StripeFailure>> {
  const snapshot = await retrieveDispute(stripeDisputeId)
  if (!snapshot.ok) return snapshot
  const synced = await syncPaymentOf(snapshot.value)
  return synced.ok ? ok(await recordDispute(snapshot.value)) : synced
}
