import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { transaction } from '../db.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { recordOrderEvent } from '../orders/record-order-event.ts'
import { SYSTEM } from '../users/model.ts'
import { factOf } from './fact-of.ts'
import type { RetransferStatus } from './model.ts'

/**
 * Applies the transfer that Stripe has made, once: the only function that marks a retransfer.
 */
export async function recordRetransfer(
  retransferId: string,
  stripeTransferId: string,
): Promise<RetransferStatus> {
  return transaction(async tx => {
    await tx.$queryRaw`SELECT id FROM retransfers WHERE id = ${retransferId} FOR UPDATE`
    const row = await tx.retransfer.findUniqueOrThrow({ where: { id: retransferId } })
    if (row.status === 'succeeded') return row.status
    const outcome = { status: 'succeeded' as const, stripeTransferId, failureCode: null, nextTryAt: null }
    await tx.retransfer.update({ where: { id: retransferId }, data: outcome })
    const { livemode, currency } = row
    const { code, entries, history } = factOf(row)
    const source = { type: 'retransfer' as const, id: row.id }
    await postTransaction(tx, { livemode, source, code, currency, entries })
    const data = { amount: row.amount.toString(), currency }
    if (row.orderId) await recordOrderEvent(tx, row.orderId, history, { actorId: null, data })
    await recordAuditEvent(tx, SYSTEM, {
      action: 'retransfer.succeeded',
      subject: { type: 'retransfer', id: retransferId },
      before: { status: row.status },
      after: outcome,
    })
    return outcome.status
  })
}
