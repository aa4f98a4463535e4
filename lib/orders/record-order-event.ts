import type { Prisma, Tx } from '../db.ts'
import { newId } from '../ids.ts'

/** Adds a line to an order's history: what happened, who did it (null for Stripe or a job), and the sums it moved. */
export async function recordOrderEvent(
  tx: Tx,
  orderId: string,
  kind: string,
  by: { actorId: string | null; data?: Prisma.InputJsonObject },
): Promise<void> {
  await tx.orderEvent.create({
    data: { id: newId('oev'), orderId, kind, actorId: by.actorId, data: by.data ?? {} },
  })
}
