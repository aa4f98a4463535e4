import type { Tx } from '../db.ts'
import { enqueue } from '../jobs/enqueue.ts'

/**
 * What became of a refund changes what a bank's dispute of the same payment takes from the contractor: disputes that have taken
 * nothing from them are looked at again, in the transaction that records the refund.
 */
export async function tellDisputes(tx: Tx, paymentId: string): Promise<void> {
  const disputes = await tx.dispute.findMany({
    where: { paymentId, amountWithdrawn: { gt: 0 }, amountReinstated: 0, recovery: null },
    select: { stripeDisputeId: true },
  })
  for (const { stripeDisputeId } of disputes)
    await enqueue(tx, 'sync-dispute', { stripeDisputeId }, { key: `dispute:${stripeDisputeId}` })
}
