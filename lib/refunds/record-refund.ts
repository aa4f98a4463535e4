import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { db, type Prisma, type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { recordOrderEvent } from '../orders/record-order-event.ts'
import { fail, invariant, ok, type Result } from '../result.ts'
import { requestRetransfer } from '../retransfers/request-retransfer.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { type RefundSnapshot, retrieveRefund } from '../stripe/refunds.ts'
import { SYSTEM } from '../users/model.ts'
import { commissionReturnedBy, othersOf } from './commission-returned.ts'
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

/** Nothing is written for a reading that is `outdated`. */
async function apply(snapshot: RefundSnapshot, known: number): Promise<RefundStatus | null | 'outdated'> {
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
    const commissionRefunded = await commissionReturnedBy(tx, row, snapshot, known)
    if (commissionRefunded === 'outdated') return commissionRefunded
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

/** As often as other refunds of one payment can be expected to be recorded while this one is read. */
const READINGS_MAX = 5

/**
 * Applies what Stripe says of a Refund to our row and the order's history, once: the only function that marks a refund. A reading from before another
 * refund of the payment was recorded does not tell them apart, so it is made again. Null for a refund that is not ours.
 */
export async function recordRefund(
  snapshot: RefundSnapshot,
): Promise<Result<RefundStatus | null, StripeFailure>> {
  let recorded = await apply(snapshot, 0)
  for (let readings = 0; recorded === 'outdated' && readings < READINGS_MAX; readings++) {
    const row = await db().refund.findUniqueOrThrow({ where: { id: snapshot.refundId ?? '' } })
    const { taken } = await othersOf(db(), row)
    const again = await retrieveRefund(snapshot.stripeRefundId)
    // Whatever is said against a second reading: the refund was made.
    if (!again.ok) return fail({ ...again.error, kind: 'unavailable' })
    recorded = await apply(again.value, taken.length)
  }
  invariant(recorded !== 'outdated', 'refunds of one payment do not go on for ever')
  return ok(recorded)
}
