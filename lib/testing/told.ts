import { db } from '../db.ts'

/** Who was told what about an order, each as `kind to ROLE`, in the order of the alphabet. */
export async function told(orderId: string): Promise<string[]> {
  const rows = await db().notification.findMany({ where: { orderId }, include: { recipient: true } })
  return rows.map(({ kind, recipient }) => `${kind} to ${recipient.role}`).sort()
}
