import { now } from '../clock.ts'
import { Prisma, type Tx } from '../db.ts'
import { newId } from '../ids.ts'
import { tellParties } from './tell-parties.ts'

/** Who did it (null for Stripe or a job), and the sums it moved. */
export type OrderEventBy = { actorId: string | null; data?: Prisma.InputJsonObject }

/** The statement that adds a line to an order's history. As a part of a larger one, `from` ties it to the change. */
export function orderEventInsert(
  orderId: string,
  kind: string,
  by: OrderEventBy,
  from: Prisma.Sql = Prisma.empty,
): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO order_events (id, order_id, kind, actor_id, data, created_at)
    SELECT ${newId('oev')}::text, ${orderId}::text, ${kind}::text, ${by.actorId}::text,
      ${JSON.stringify(by.data ?? {})}::jsonb, ${now().toISOString()}::timestamp ${from} RETURNING id, order_id`
}

/** Adds a line to an order's history and tells the parties of it, in the caller's transaction. */
export async function recordOrderEvent(
  tx: Tx,
  orderId: string,
  kind: string,
  by: OrderEventBy,
): Promise<void> {
  await tx.$executeRaw`
    WITH told AS (${orderEventInsert(orderId, kind, by)})${tellParties(kind, by)} SELECT id FROM told`
}
