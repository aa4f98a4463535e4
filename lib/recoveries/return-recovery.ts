import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import type { Tx } from '../db.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { receivableForgiven } from '../ledger/recipes.ts'
import { recordOrderEvent } from '../orders/record-order-event.ts'
import { requestRetransfer } from '../retransfers/request-retransfer.ts'
import { SYSTEM } from '../users/model.ts'

/**
 * Ends a recovery that is to be returned, once nothing of it is under way: what was taken is sent to the contractor again, and what
 * is still owed is forgiven. Called by whatever records a part of the recovery, in its transaction and under the recovery's lock.
 */
export async function returnIfSettled(tx: Tx, recoveryId: string): Promise<void> {
  const row = await tx.recovery.findUniqueOrThrow({
    where: { id: recoveryId },
    include: { collections: { where: { status: 'requested' } } },
  })
  const isSettled = (row.status === 'owed' || row.status === 'succeeded') && row.collections.length === 0
  if (!row.returnRequestedAt || !isSettled) return
  const { livemode, currency, connectedAccountId, orderId, amountCollected } = row
  const forgiven = row.amount - amountCollected
  await tx.recovery.update({ where: { id: recoveryId }, data: { status: 'returned' } })
  await postTransaction(tx, {
    livemode,
    source: { type: 'recovery', id: recoveryId },
    code: 'receivable_forgiven',
    currency,
    entries: receivableForgiven(connectedAccountId, forgiven),
  })
  if (forgiven > 0n && orderId) {
    const data = { amount: forgiven.toString(), currency }
    await recordOrderEvent(tx, orderId, 'receivable_forgiven', { actorId: null, data })
  }
  if (amountCollected > 0n)
    await requestRetransfer(tx, {
      ...{ livemode, connectedAccountId, orderId, recoveryId, currency },
      amount: amountCollected,
    })
  await recordAuditEvent(tx, SYSTEM, {
    action: 'recovery.returned',
    subject: { type: 'recovery', id: recoveryId },
    before: { status: row.status },
    after: { returned: amountCollected.toString(), forgiven: forgiven.toString() },
  })
}

/** Has a recovery go back to the contractor, because what it was for has come to nothing. Asked for twice, it goes back once. */
export async function requestReturn(tx: Tx, recoveryId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM recoveries WHERE id = ${recoveryId} FOR UPDATE`
  const isAsked = await tx.recovery.updateMany({
    where: { id: recoveryId, returnRequestedAt: null, status: { not: 'failed' } },
    data: { returnRequestedAt: now() },
  })
  if (isAsked.count > 0) await returnIfSettled(tx, recoveryId)
}
