import { now } from '../clock.ts'
import { Prisma, type Tx } from '../db.ts'
import { TRANSITIONS, type Transition } from './model.ts'
import { type OrderEventBy, orderEventInsert } from './record-order-event.ts'
import { tellParties } from './tell-parties.ts'

/**
 * Parts of a `WITH`: `moved` takes an order along one declared transition, `told` writes its history if it moved, and the
 * parties are told. `moved` has no row when the order is not in a state that the transition starts from, or `condition` does
 * not hold.
 */
export function orderMove(
  orderId: string,
  transition: Transition,
  by: OrderEventBy,
  condition: Prisma.Sql = Prisma.sql`true`,
): Prisma.Sql {
  const { from, to } = TRANSITIONS[transition]
  return Prisma.sql`
    moved AS (
      UPDATE orders SET status = ${to}::"OrderStatus", updated_at = ${now().toISOString()}::timestamp
      WHERE id = ${orderId} AND status = ANY (${[...from]}::"OrderStatus"[]) AND ${condition}
      RETURNING id
    ), told AS (${orderEventInsert(orderId, transition, by, Prisma.sql`FROM moved`)})${tellParties(transition, by)}`
}

/**
 * Moves an order along one declared transition and writes its history, in the caller's transaction.
 * False when the order is not in a state that the transition starts from: somebody else moved it first.
 */
export async function moveOrder(
  tx: Tx,
  orderId: string,
  transition: Transition,
  by: OrderEventBy,
): Promise<boolean> {
  const moved = await tx.$queryRaw<unknown[]>`
    WITH ${orderMove(orderId, transition, by)} SELECT id FROM moved`
  return moved.length > 0
}
