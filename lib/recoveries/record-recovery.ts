import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { transaction } from '../db.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { recovery } from '../ledger/recipes.ts'
import { recordOrderEvent } from '../orders/record-order-event.ts'
import { SYSTEM } from '../users/model.ts'
import type { RecoveryStatus } from './model.ts'

type Outcome = { status: 'succeeded'; stripeObjectId: string } | { status: 'failed'; failureCode: string }

/** Applies Stripe's answer to a recovery, once: the only function that marks one. Both outcomes are final. */
export async function recordRecovery(recoveryId: string, outcome: Outcome): Promise<RecoveryStatus> {
  return transaction(async tx => {
    await tx.$queryRaw`SELECT id FROM recoveries WHERE id = ${recoveryId} FOR UPDATE`
    const row = await tx.recovery.findUniqueOrThrow({ where: { id: recoveryId } })
    if (row.status !== 'requested') return row.status
    await tx.recovery.update({ where: { id: recoveryId }, data: outcome })
    if (outcome.status === 'succeeded') {
      const { livemode, currency, connectedAccountId, amount } = row
      const entries = recovery(connectedAccountId, amount)
      const source = { type: 'recovery' as const, id: row.id }
      await postTransaction(tx, { livemode, source, code: 'recovery', currency, entries })
    }
    if (row.orderId) {
      await recordOrderEvent(tx, row.orderId, `recovery_${outcome.status}`, {
        actorId: row.createdById,
        data: { amount: row.amount.toString(), currency: row.currency, reason: row.reason },
      })
    }
    await recordAuditEvent(tx, SYSTEM, {
      action: `recovery.${outcome.status}`,
      subject: { type: 'recovery', id: recoveryId },
      before: { status: row.status },
      after: outcome,
    })
    return outcome.status
  })
}
