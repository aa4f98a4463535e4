import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { type Tx, transaction } from '../db.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { moveOrder } from '../orders/move-order.ts'
import { recordOrderEvent } from '../orders/record-order-event.ts'
import { visibleTo } from '../orders/visible-to.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { continueRelease } from './continue-release.ts'
import { letGoOthers } from './let-go-others.ts'
import type { PaymentErrorCode } from './model.ts'
import { isRenewing } from './renewal-state.ts'

const OPEN = ['pending', 'requires_action', 'requires_capture'] as const

type Input = { orderId: string; note: string }

/** Under the order's lock: cancels an order without a hold at once; otherwise marks the hold to be released and names it. */
async function claim(tx: Tx, actor: Actor, input: Input): Promise<Result<string | null, PaymentErrorCode>> {
  await tx.$queryRaw`SELECT id FROM orders WHERE id = ${input.orderId} FOR UPDATE`
  const order = await tx.order.findFirst({ where: { AND: [visibleTo(actor), { id: input.orderId }] } })
  if (!order) return fail('not_found')
  if (order.status === 'canceled') return ok(null)
  if (order.status === 'approved' || order.status === 'completed') return fail('wrong_state')
  const open = await tx.payment.findMany({
    where: { orderId: order.id, surplusAt: null, status: { in: [...OPEN] } },
  })
  const payment = open.find(one => !isRenewing(one)) ?? open[0]
  await recordAuditEvent(tx, actor, {
    action: 'order.cancel',
    subject: { type: 'order', id: order.id },
    before: { status: order.status },
  })
  if (!payment) {
    await moveOrder(tx, order.id, 'cancel', { actorId: actor.userId, data: { note: input.note } })
    return ok(null)
  }
  if (payment.captureRequestedAt) return fail('wrong_state')
  if (!payment.releaseRequestedAt) {
    await tx.payment.update({ where: { id: payment.id }, data: { releaseRequestedAt: now() } })
    await recordOrderEvent(tx, order.id, 'release_requested', {
      actorId: actor.userId,
      data: { note: input.note },
    })
  }
  await letGoOthers(tx, order.id, payment.id)
  await enqueue(
    tx,
    'resume-payment',
    { paymentId: payment.id },
    { key: `payment:${payment.id}`, delaySeconds: 30 },
  )
  return ok(payment.id)
}

/**
 * Cancels an order: the hold, if there is one, is let go at Stripe and the card is never charged. Either party may, until
 * the work is approved; so may an admin. The order is canceled when Stripe has confirmed it.
 */
export async function releaseHold(actor: Actor, input: Input): Promise<Result<void, PaymentErrorCode>> {
  const claimed = await transaction(tx => claim(tx, actor, input))
  if (!claimed.ok) return claimed
  if (!claimed.value) return ok()
  const released = await continueRelease(claimed.value)
  if (!released.ok) return fail('processing')
  return released.value === 'succeeded' ? fail('wrong_state') : ok()
}
