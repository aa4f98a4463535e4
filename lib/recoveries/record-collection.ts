import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { type Prisma, type Tx, transaction } from '../db.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { receivableSettled } from '../ledger/recipes.ts'
import { recordOrderEvent } from '../orders/record-order-event.ts'
import { SYSTEM } from '../users/model.ts'
import type { CollectionStatus } from './model.ts'
import { returnIfSettled } from './return-recovery.ts'

type Outcome = { status: 'succeeded'; stripeObjectId: string } | { status: 'failed'; failureCode: string }

type CollectionRow = Prisma.CollectionGetPayload<{ include: { recovery: true } }>

/** What was owed is less by what came in, and no longer owed once that is all. */
async function settle(tx: Tx, { id, amount, livemode, currency, recovery }: CollectionRow): Promise<void> {
  const collected = recovery.amountCollected + amount
  const isAll = collected === recovery.amount
  await tx.recovery.update({
    where: { id: recovery.id },
    data: { amountCollected: collected, ...(isAll && { status: 'succeeded' }) },
  })
  await postTransaction(tx, {
    livemode,
    source: { type: 'collection', id },
    code: 'receivable_settled',
    currency,
    entries: receivableSettled(recovery.connectedAccountId, amount),
  })
  if (!recovery.orderId) return
  const left = (recovery.amount - collected).toString()
  const data = { amount: amount.toString(), currency, ...(!isAll && { left }) }
  await recordOrderEvent(tx, recovery.orderId, 'receivable_collected', { actorId: null, data })
}

/** Applies Stripe's answer to a collection, once: the only function that marks one. Both outcomes are final. */
export async function recordCollection(collectionId: string, outcome: Outcome): Promise<CollectionStatus> {
  return transaction(async tx => {
    await tx.$queryRaw`
      SELECT r.id FROM recoveries r JOIN collections c ON c.recovery_id = r.id WHERE c.id = ${collectionId} FOR UPDATE OF r, c`
    const row = await tx.collection.findUniqueOrThrow({
      where: { id: collectionId },
      include: { recovery: true },
    })
    if (row.status !== 'requested') return row.status
    await tx.collection.update({ where: { id: collectionId }, data: outcome })
    if (outcome.status === 'succeeded') await settle(tx, row)
    await returnIfSettled(tx, row.recoveryId)
    await recordAuditEvent(tx, SYSTEM, {
      action: `collection.${outcome.status}`,
      subject: { type: 'collection', id: collectionId },
      before: { status: row.status },
      after: outcome,
    })
    return outcome.status
  })
}
