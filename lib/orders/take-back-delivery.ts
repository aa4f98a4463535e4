import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { transaction } from '../db.ts'
import { env } from '../env.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { type OrderErrorCode, type TakeBackDeliveryInput, TRANSITIONS } from './model.ts'
import { moveOrder } from './move-order.ts'

/**
 * The contractor takes a delivery back while the employer has said nothing to it: the work goes on, the hold stands, and the employer is
 * told. Too late once it was answered, approved by itself, disagreed about or delivered anew. Taken back already: nothing more happens.
 */
export async function takeBackDelivery(
  actor: Actor,
  { orderId, deliveryId }: TakeBackDeliveryInput,
): Promise<Result<void, OrderErrorCode>> {
  return transaction(async tx => {
    await tx.$queryRaw`SELECT id FROM orders WHERE id = ${orderId} FOR NO KEY UPDATE`
    const order = await tx.order.findFirst({
      where: { id: orderId, contractorId: actor.userId, livemode: env().stripe.livemode },
      select: {
        status: true,
        events: { where: { kind: { in: ['deliver', 'take_back'] } }, orderBy: { id: 'desc' }, take: 2 },
        disagreements: { where: { status: 'open' }, select: { id: true }, take: 1 },
      },
    })
    if (!order) return fail('not_found')
    const [last, before] = order.events
    if (last?.kind === 'take_back' && before?.id === deliveryId) return ok()
    if (last?.id !== deliveryId || order.disagreements.length > 0) return fail('too_late_to_take_back')
    if (!(await moveOrder(tx, orderId, 'take_back', { actorId: actor.userId }))) {
      return fail('too_late_to_take_back')
    }
    await recordAuditEvent(tx, actor, {
      action: 'order.take_back',
      subject: { type: 'order', id: orderId },
      before: { status: order.status },
      after: { status: TRANSITIONS.take_back.to },
    })
    return ok()
  })
}
