import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { transaction } from '../db.ts'
import { env } from '../env.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { HoldEnd, OrderErrorCode } from './model.ts'
import { recordOrderEvent } from './record-order-event.ts'

/** The employer chooses what happens to a hold that comes to its end undecided. Both sides read it on the order's page. */
export async function chooseHoldEnd(
  actor: Actor,
  { orderId, holdEnd }: { orderId: string; holdEnd: HoldEnd },
): Promise<Result<void, OrderErrorCode>> {
  const own = { id: orderId, employerId: actor.userId, livemode: env().stripe.livemode }
  return transaction(async tx => {
    const order = await tx.order.findFirst({ where: own })
    if (!order) return fail('not_found')
    if (order.holdEnd === holdEnd) return ok()
    const { count } = await tx.order.updateMany({
      where: { ...own, status: { in: ['placed', 'held', 'delivered'] } },
      data: { holdEnd },
    })
    if (count === 0) return fail('wrong_state')
    await recordOrderEvent(tx, orderId, 'hold_end_chosen', { actorId: actor.userId, data: { holdEnd } })
    await recordAuditEvent(tx, actor, {
      action: 'order.choose_hold_end',
      subject: { type: 'order', id: orderId },
      before: { holdEnd: order.holdEnd },
      after: { holdEnd },
    })
    return ok()
  })
}
