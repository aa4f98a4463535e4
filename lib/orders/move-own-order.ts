import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { type Prisma, transaction } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { type OrderErrorCode, TRANSITIONS, type Transition } from './model.ts'
import { moveOrder } from './move-order.ts'

/** One step that a party takes on an order without touching its money, with its note in the history; `until` is told with it. */
export async function moveOwnOrder(
  actor: Actor,
  owned: Prisma.OrderWhereInput,
  transition: Transition,
  input: { orderId: string; note: string; until?: string },
): Promise<Result<void, OrderErrorCode>> {
  return transaction(async tx => {
    const order = await tx.order.findFirst({
      where: { AND: [owned, { id: input.orderId }] },
      select: { status: true },
    })
    if (!order) return fail('not_found')
    const moved = await moveOrder(tx, input.orderId, transition, {
      actorId: actor.userId,
      data: input.until ? { note: input.note, until: input.until } : { note: input.note },
    })
    if (!moved) return fail('wrong_state')
    await recordAuditEvent(tx, actor, {
      action: `order.${transition}`,
      subject: { type: 'order', id: input.orderId },
      before: { status: order.status },
      after: { status: TRANSITIONS[transition].to, note: input.note },
    })
    return ok()
  })
}
