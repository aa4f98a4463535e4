import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { type Prisma, type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import type { OrderStatus } from '../orders/model.ts'
import { moveOrder } from '../orders/move-order.ts'
import { recordOrderEvent } from '../orders/record-order-event.ts'
import type { PaymentSnapshot } from '../stripe/payment-intents.ts'
import { SYSTEM } from '../users/model.ts'
import { letGoOthers } from './let-go-others.ts'
import { declineReason, type PaymentStatus } from './model.ts'
import { factsOf } from './payment-facts.ts'
import { isOver, isOvertaken, mirrorOf, statusOf } from './payment-reading.ts'
import { isRenewing, standsAside, takesOver } from './renewal-state.ts'

type PaymentRow = Prisma.PaymentGetPayload<object>

/** The row, and its order's status, under the order's lock: whoever may change which payment stands takes that first. */
async function lockWithOrder(
  tx: Tx,
  snapshot: PaymentSnapshot,
): Promise<{ row: PaymentRow; orderStatus: OrderStatus } | null> {
  const { paymentId, paymentIntentId } = snapshot
  const { livemode } = env().stripe
  const [locked] = await tx.$queryRaw<{ id: string; orderStatus: OrderStatus }[]>`
    SELECT p.id, o.status AS "orderStatus" FROM orders o JOIN payments p ON p.order_id = o.id
    WHERE p.livemode = ${livemode} AND (p.stripe_payment_intent_id = ${paymentIntentId}
      OR (p.id = ${paymentId ?? ''} AND p.stripe_payment_intent_id IS NULL)) FOR NO KEY UPDATE OF o`
  if (!locked) return null
  const row = await tx.payment.findUniqueOrThrow({ where: { id: locked.id } })
  return { row, orderStatus: locked.orderStatus }
}

/** The other payment of the order that holds or has taken its money. */
async function standingBeside(tx: Tx, row: PaymentRow): Promise<PaymentRow | null> {
  const others = await tx.payment.findMany({
    where: { orderId: row.orderId, id: { not: row.id }, surplusAt: null },
  })
  const isStanding = (other: PaymentRow) =>
    other.status !== 'failed' && other.status !== 'canceled' && !isRenewing(other)
  return others.find(isStanding) ?? null
}

type Place = { surplusAt?: Date | null; releaseRequestedAt?: Date }

/** Which of two payments stands once Stripe has said this of one of them; the other is let go. */
async function settle(
  tx: Tx,
  row: PaymentRow,
  status: PaymentStatus,
  orderStatus: OrderStatus,
): Promise<Place> {
  const isArrival = status === 'requires_capture' && isRenewing(row)
  if (!isArrival && !(status === 'succeeded' && row.status !== 'succeeded')) return {}
  if (isArrival && !takesOver(row, await standingBeside(tx, row), orderStatus)) {
    return { surplusAt: row.surplusAt ?? now(), releaseRequestedAt: row.releaseRequestedAt ?? now() }
  }
  await letGoOthers(tx, row.orderId, row.id)
  // Whatever was to become of it: money that was taken stands, unless it was taken twice, by somebody at Stripe.
  return row.surplusAt && !(await standingBeside(tx, row)) ? { surplusAt: null } : {}
}

/** Whether the last that happened to the work was its delivery, before the hold came to its end. */
async function wasDelivered(tx: Tx, orderId: string): Promise<boolean> {
  const kind = { in: ['hold', 'deliver', 'request_changes', 'take_back', 'expire'] }
  const events = await tx.orderEvent.findMany({ where: { orderId, kind }, orderBy: { id: 'desc' }, take: 2 })
  return events[0]?.kind === 'expire' && events[1]?.kind === 'deliver'
}

/** A hold that was renewed too late, when the one before had ended, brings the order back to where it was. */
async function tellHeld(tx: Tx, row: PaymentRow, snapshot: PaymentSnapshot): Promise<void> {
  const until = snapshot.captureBefore?.toISOString() ?? null
  const by = { actorId: null, data: { amount: row.amount.toString(), currency: row.currency, until } }
  const isDelivered = row.replacesPaymentId !== null && (await wasDelivered(tx, row.orderId))
  if (!(await moveOrder(tx, row.orderId, 'hold', by)))
    return recordOrderEvent(tx, row.orderId, 'hold_renewed', by)
  if (isDelivered) await moveOrder(tx, row.orderId, 'deliver', { actorId: null })
}

/** What becomes of a payment that the order does not depend on: a line in its history. */
async function tellAside(tx: Tx, row: PaymentRow, snapshot: PaymentSnapshot, status: PaymentStatus) {
  const sum = { amount: row.amount.toString(), currency: row.currency }
  const reason = declineReason(snapshot.declineCode, snapshot.failureCode)
  const say = (kind: string, data: Prisma.InputJsonObject) =>
    recordOrderEvent(tx, row.orderId, kind, { actorId: null, data })
  if (status === 'failed') await say('renewal_declined', { reason })
  if (status === 'canceled')
    await say(row.status === 'requires_capture' ? 'other_hold_released' : 'renewal_ended', sum)
}

/** What a new status means for the order. `row` is as it was before, `after` as it is now. */
async function tellOrder(
  tx: Tx,
  row: PaymentRow,
  after: PaymentRow,
  snapshot: PaymentSnapshot,
): Promise<void> {
  const { status } = after
  const by = { actorId: null }
  if (status === 'requires_capture' && !after.surplusAt) return tellHeld(tx, row, snapshot)
  if (status === 'succeeded') {
    const [amount, commission] = [snapshot.amountCaptured.toString(), snapshot.commission.toString()]
    await moveOrder(tx, row.orderId, 'capture', {
      ...by,
      data: { amount, commission, currency: row.currency },
    })
    return
  }
  if (standsAside({ ...after, status: row.status })) return tellAside(tx, row, snapshot, status)
  const data = { amount: row.amount.toString(), currency: row.currency }
  if (status === 'canceled')
    await moveOrder(tx, row.orderId, row.releaseRequestedAt ? 'cancel' : 'expire', { ...by, data })
  if (status === 'failed') await moveOrder(tx, row.orderId, 'cancel', by)
}

/**
 * recordPayment for an order's renewed hold and the one that it replaces. Stripe's word on one of them also decides which of the two
 * stands: the new one as soon as it holds, unless the order has moved on meanwhile. The other is let go.
 */
export async function recordRenewal(snapshot: PaymentSnapshot): Promise<PaymentStatus | null> {
  return transaction(async tx => {
    const locked = await lockWithOrder(tx, snapshot)
    if (!locked) return null
    const { row, orderStatus } = locked
    const status = statusOf(snapshot)
    if (isOvertaken(row.status, status)) return row.status
    const place = await settle(tx, row, status, orderStatus)
    const data = { ...mirrorOf(snapshot), ...place, status }
    const after = await tx.payment.update({ where: { id: row.id }, data })
    const before = { ...row, isReleasing: row.releaseRequestedAt !== null }
    for (const fact of factsOf(before, snapshot, status)) await postTransaction(tx, fact)
    if (row.status === status) return status
    await tellOrder(tx, row, after, snapshot)
    await recordAuditEvent(tx, SYSTEM, {
      action: `payment.${status}`,
      subject: { type: 'payment', id: row.id },
      before: { status: row.status },
      after: {
        status,
        amountCaptured: snapshot.amountCaptured.toString(),
        isSurplus: after.surplusAt !== null,
      },
    })
    if (status === 'failed' || (after.releaseRequestedAt && !isOver(status)))
      await enqueue(tx, 'resume-payment', { paymentId: row.id }, { key: `payment:${row.id}` })
    return status
  })
}
