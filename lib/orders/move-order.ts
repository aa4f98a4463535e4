import type { Prisma, Tx } from '../db.ts'
import { TRANSITIONS, type Transition } from './model.ts'
import { recordOrderEvent } from './record-order-event.ts'

/**
 * Moves an order along one declared transition and writes its history, in the caller's transaction.
 * False when the order is not in a state that the transition starts from: somebody else moved it first.
 */
export async function moveOrder(
  tx: Tx,
  orderId: string,
  transition: Transition,
  by: { actorId: string | null; data?: Prisma.InputJsonObject },
): Promise<boolean> {
  const { from, to } = TRANSITIONS[transition]
  const moved = await tx.order.updateMany({
    where: { id: orderId, status: { in: [...from] } },
    data: { status: to },
  })
  if (moved.count === 0) return false
  await recordOrderEvent(tx, orderId, transition, by)
  return true
}
