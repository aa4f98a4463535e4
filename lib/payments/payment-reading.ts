import type { Prisma } from '../db.ts'
import type { PaymentSnapshot } from '../stripe/payment-intents.ts'
import type { PaymentStatus } from './model.ts'

/** How far along a payment is; a snapshot from before is never let back in. */
const RANK: Record<PaymentStatus, number> = {
  pending: 0,
  requires_action: 1,
  requires_capture: 2,
  failed: 3,
  canceled: 3,
  succeeded: 3,
}

export const isOver = (status: PaymentStatus): boolean => RANK[status] === 3

export const isLater = (one: PaymentStatus, other: PaymentStatus): boolean => RANK[one] > RANK[other]

/** Whether what is known of a payment is later than what a reading says. */
export function isOvertaken(known: PaymentStatus, read: PaymentStatus): boolean {
  return isLater(known, read) || (isOver(known) && known !== read)
}

/** Our status for Stripe's: an intent that waits for another card is, for us, an attempt that failed. */
export function statusOf(snapshot: PaymentSnapshot): PaymentStatus {
  if (snapshot.status === 'requires_payment_method') return 'failed'
  if (snapshot.status === 'requires_confirmation' || snapshot.status === 'processing') return 'pending'
  return snapshot.status
}

/** The columns that only mirror Stripe. What only a captured payment has is left alone before. */
export function mirrorOf(snapshot: PaymentSnapshot): Prisma.PaymentUpdateInput {
  const captured = snapshot.status === 'succeeded'
  return {
    stripePaymentIntentId: snapshot.paymentIntentId,
    stripeChargeId: snapshot.chargeId,
    amountCapturable: snapshot.amountCapturable,
    captureBeforeAt: snapshot.captureBefore,
    declineCode: snapshot.declineCode,
    failureCode: snapshot.failureCode,
    ...(captured && {
      stripeTransferId: snapshot.transferId,
      stripeApplicationFeeId: snapshot.applicationFeeId,
      amountCaptured: snapshot.amountCaptured,
      commissionCaptured: snapshot.commission,
      processingFee: snapshot.processingFee,
      availableOn: snapshot.availableOn,
    }),
  }
}
