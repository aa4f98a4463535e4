import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { type Prisma, type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { moveOrder } from '../orders/move-order.ts'
import { recordOrderEvent } from '../orders/record-order-event.ts'
import type { PaymentSnapshot } from '../stripe/payment-intents.ts'
import { SYSTEM } from '../users/model.ts'
import { declineReason, type PaymentStatus } from './model.ts'
import { postPayment } from './post-payment.ts'

type PaymentRow = Prisma.PaymentGetPayload<object>

/** How far along a payment is; a snapshot from before is never let back in. */
const RANK: Record<PaymentStatus, number> = {
  pending: 0,
  requires_action: 1,
  requires_capture: 2,
  failed: 3,
  canceled: 3,
  succeeded: 3,
}

/** Our status for Stripe's: an intent that waits for another card is, for us, an attempt that failed. */
function statusOf(snapshot: PaymentSnapshot): PaymentStatus {
  if (snapshot.status === 'requires_payment_method') return 'failed'
  if (snapshot.status === 'requires_confirmation' || snapshot.status === 'processing') return 'pending'
  return snapshot.status
}

async function lockRow(tx: Tx, snapshot: PaymentSnapshot): Promise<PaymentRow | null> {
  const { livemode } = env().stripe
  const id = snapshot.paymentId ?? ''
  await tx.$queryRaw`
    SELECT id FROM payments
    WHERE livemode = ${livemode} AND (id = ${id} OR stripe_payment_intent_id = ${snapshot.paymentIntentId}) FOR UPDATE`
  return tx.payment.findFirst({
    where: {
      livemode,
      OR: [{ stripePaymentIntentId: snapshot.paymentIntentId }, { id, stripePaymentIntentId: null }],
    },
  })
}

function mirrorOf(snapshot: PaymentSnapshot): Prisma.PaymentUpdateInput {
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

/** What a payment's new status means for its order, in the order's own words. */
async function tellOrder(
  tx: Tx,
  row: PaymentRow,
  snapshot: PaymentSnapshot,
  status: PaymentStatus,
): Promise<void> {
  const by = { actorId: null }
  const { currency } = row
  if (status === 'requires_capture') {
    const until = snapshot.captureBefore?.toISOString() ?? null
    await moveOrder(tx, row.orderId, 'hold', {
      ...by,
      data: { amount: row.amount.toString(), currency, until },
    })
  }
  if (status === 'succeeded') {
    const sums = {
      amount: snapshot.amountCaptured.toString(),
      commission: snapshot.commission.toString(),
      currency,
    }
    await moveOrder(tx, row.orderId, 'capture', { ...by, data: sums })
  }
  if (status === 'canceled') {
    const transition = row.releaseRequestedAt ? 'cancel' : 'expire'
    await moveOrder(tx, row.orderId, transition, { ...by, data: { amount: row.amount.toString(), currency } })
  }
  if (status === 'failed') {
    const reason = declineReason(snapshot.declineCode, snapshot.failureCode)
    await recordOrderEvent(tx, row.orderId, 'hold_declined', { ...by, data: { reason } })
    if (row.releaseRequestedAt) await moveOrder(tx, row.orderId, 'cancel', by)
  }
}

/** Work that the new state leaves to do: a release asked for meanwhile, or an attempt that must not be completed later. */
function leavesWork(row: PaymentRow, status: PaymentStatus): boolean {
  return status === 'failed' || (row.releaseRequestedAt !== null && RANK[status] < 3)
}

/**
 * Applies what Stripe says of a PaymentIntent to our row and its order, once: the only function that marks a payment
 * held, captured or canceled. Called by the action that just acted, by webhooks and by the job that resumes.
 * A snapshot older than what is known changes nothing. Returns the row's status, or null for an intent that is not ours.
 */
export async function recordPayment(snapshot: PaymentSnapshot): Promise<PaymentStatus | null> {
  return transaction(async tx => {
    const row = await lockRow(tx, snapshot)
    if (!row) return null
    const status = statusOf(snapshot)
    if (RANK[row.status] > RANK[status] || (RANK[row.status] === 3 && row.status !== status))
      return row.status
    await tx.payment.update({ where: { id: row.id }, data: { ...mirrorOf(snapshot), status } })
    await postPayment(tx, row, snapshot, status)
    if (row.status === status) return status
    await tellOrder(tx, row, snapshot, status)
    await recordAuditEvent(tx, SYSTEM, {
      action: `payment.${status}`,
      subject: { type: 'payment', id: row.id },
      before: { status: row.status },
      after: { status, amountCaptured: snapshot.amountCaptured.toString() },
    })
    if (leavesWork(row, status))
      await enqueue(tx, 'resume-payment', { paymentId: row.id }, { key: `payment:${row.id}` })
    return status
  })
}
