import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { transaction } from '../db.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { retransfer } from '../ledger/recipes.ts'
import { recordOrderEvent } from '../orders/record-order-event.ts'
import { SYSTEM } from '../users/model.ts'
import type { RetransferStatus } from './model.ts'

/**
 * Applies the transfer that Stripe has made, once: the only function that marks a retransfer. The commission that the refund
 * had returned to the contractor is earned again, which is why it was left out of the transfer.
 */
export async function recordRetransfer(
  retransferId: string,
  stripeTransferId: string,
): Promise<RetransferStatus> {
  return transaction(async tx => {
    await tx.$queryRaw`SELECT id FROM retransfers WHERE id = ${retransferId} FOR UPDATE`
    const row = await tx.retransfer.findUniqueOrThrow({
      where: { id: retransferId },
      include: { refund: { select: { payment: { select: { orderId: true } } } } },
    })
    if (row.status === 'succeeded') return row.status
    const outcome = { status: 'succeeded' as const, stripeTransferId, failureCode: null, nextTryAt: null }
    await tx.retransfer.update({ where: { id: retransferId }, data: outcome })
    const { livemode, currency, connectedAccountId, amount, commissionKept } = row
    const entries = retransfer(connectedAccountId, amount, commissionKept)
    const source = { type: 'retransfer' as const, id: row.id }
    await postTransaction(tx, { livemode, source, code: 'retransfer', currency, entries })
    await recordOrderEvent(tx, row.refund.payment.orderId, 'retransfer_succeeded', {
      actorId: null,
      data: { amount: amount.toString(), currency },
    })
    await recordAuditEvent(tx, SYSTEM, {
      action: 'retransfer.succeeded',
      subject: { type: 'retransfer', id: retransferId },
      before: { status: row.status },
      after: outcome,
    })
    return outcome.status
  })
}
