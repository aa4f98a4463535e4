import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import type { Prisma, Tx } from '../db.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { moveOrder } from '../orders/move-order.ts'
import { recordOrderEvent } from '../orders/record-order-event.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor, SystemActor } from '../users/model.ts'
import { letGoOthers } from './let-go-others.ts'
import type { PaymentErrorCode } from './model.ts'
import { isRenewing } from './renewal-state.ts'

const OPEN = ['pending', 'requires_action', 'requires_capture'] as const

export type ReleaseInput = { orderId: string; note: string }

/**
 * Under the order's lock: cancels an order without a hold at once; otherwise marks the hold to be released and names it. `owned`
 * is the authorization.
 */
export async function claimRelease(
  tx: Tx,
  by: Actor | SystemActor,
  owned: Prisma.OrderWhereInput,
  input: ReleaseInput,
): Promise<Result<string | null, PaymentErrorCode>> {
  await tx.$queryRaw`SELECT id FROM orders WHERE id = ${input.orderId} FOR NO KEY UPDATE`
  const order = await tx.order.findFirst({ where: { AND: [owned, { id: input.orderId }] } })
  if (!order) return fail('not_found')
  if (order.status === 'canceled') return ok(null)
  if (order.status === 'approved' || order.status === 'completed') return fail('wrong_state')
  const open = await tx.payment.findMany({
    where: { orderId: order.id, surplusAt: null, status: { in: [...OPEN] } },
  })
  const payment = open.find(one => !isRenewing(one)) ?? open[0]
  await recordAuditEvent(tx, by, {
    action: 'order.cancel',
    subject: { type: 'order', id: order.id },
    before: { status: order.status },
    after: { note: input.note, ...(payment ? { releases: payment.id } : { status: 'canceled' }) },
  })
  if (!payment) {
    await moveOrder(tx, order.id, 'cancel', { actorId: by.userId, data: { note: input.note } })
    return ok(null)
  }
  if (payment.captureRequestedAt) return fail('wrong_state')
  if (!payment.releaseRequestedAt) {
    await tx.payment.update({ where: { id: payment.id }, data: { releaseRequestedAt: now() } })
    await recordOrderEvent(tx, order.id, 'release_requested', {
      actorId: by.userId,
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
