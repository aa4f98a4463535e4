import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { type Prisma, type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { recordOrderEvent } from '../orders/record-order-event.ts'
import { requestRetransfer } from '../retransfers/request-retransfer.ts'
import type { RefundSnapshot } from '../stripe/refunds.ts'
import { SYSTEM } from '../users/model.ts'
import { commissionReturnedBy } from './commission-returned.ts'
import type { RefundStatus } from './model.ts'
import { postRefund } from './post-refund.ts'
import { tellDisputes } from './tell-disputes.ts'

/** How far along a refund is. `succeeded` may still turn into `failed`: the bank can send the money back days later. */
const RANK: Record<RefundStatus, number> = {
  requested: 0,
  pending: 1,
  requires_action: 1,
  succeeded: 2,
  failed: 3,
  canceled: 3,
}

type RefundRow = Prisma.RefundGetPayload<{ include: { payment: true } }>

/** A refund that did not reach the card: what it took from the contractor is theirs, and Stripe does not restore it. */
async function giveBack(
  tx: Tx,
  row: RefundRow,
  snapshot: RefundSnapshot,
  commissionKept: bigint,
): Promise<void> {
  const hasEnded = snapshot.status === 'failed' || snapshot.status === 'canceled'
  const amount = snapshot.amountReversed - commissionKept
  if (!hasEnded || amount <= 0n) return
  const { id: refundId, livemode, currency, payment } = row
  const { connectedAccountId, orderId } = payment
  const terms = { livemode, connectedAccountId, orderId, refundId, amount, commissionKept, currency }
  await requestRetransfer(tx, terms)
}

/**
 * Applies what Stripe says of a Refund to our row and the order's history, once: the only function that marks a refund.
 * Null for a refund that is not ours.
 */
export async function recordRefund(snapshot: RefundSnapshot): Promise<RefundStatus | null> {
  return transaction(async tx => {
    const { livemode } = env().stripe
    await tx.$queryRaw`
      SELECT r.id FROM refunds r JOIN payments p ON p.id = r.payment_id
      WHERE r.id = ${snapshot.refundId ?? ''} AND r.livemode = ${livemode} FOR NO KEY UPDATE OF p, r`
    const row = await tx.refund.findFirst({
      where: { id: snapshot.refundId ?? '', livemode },
      include: { payment: true },
    })
    if (!row) return null
    if (RANK[row.status] > RANK[snapshot.status]) return row.status
    const commissionRefunded = await commissionReturnedBy(tx, row, snapshot)
    await tx.refund.update({
      where: { id: row.id },
      data: {
        status: snapshot.status,
        stripeRefundId: snapshot.stripeRefundId,
        stripeTransferReversalId: snapshot.transferReversalId,
        amountReversed: snapshot.amountReversed,
        commissionRefunded,
        failureReason: snapshot.failureReason,
      },
    })
    await postRefund(tx, row, snapshot, commissionRefunded)
    if (row.status === snapshot.status) return row.status
    await giveBack(tx, row, snapshot, commissionRefunded)
    await tellDisputes(tx, row.paymentId)
    await recordOrderEvent(tx, row.payment.orderId, `refund_${snapshot.status}`, {
      actorId: row.createdById,
      data: { amount: row.amount.toString(), currency: row.currency, reason: row.reason },
    })
    await recordAuditEvent(tx, SYSTEM, {
      action: `refund.${snapshot.status}`,
      subject: { type: 'refund', id: row.id },
      before: { status: row.status },
      after: { status: snapshot.status },
    })
    return snapshot.status
  })
}
