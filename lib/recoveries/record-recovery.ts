import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { type Prisma, type Tx, transaction } from '../db.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { recovery, recoveryOwed } from '../ledger/recipes.ts'
import { notify } from '../notifications/notify.ts'
import { recordOrderEvent } from '../orders/record-order-event.ts'
import { SYSTEM } from '../users/model.ts'
import type { RecoveryStatus } from './model.ts'
import { returnIfSettled } from './return-recovery.ts'

type Outcome =
  | { status: 'succeeded'; stripeObjectId: string }
  | { status: 'failed'; failureCode: string }
  | { status: 'owed'; failureCode: string | null }

type RecoveryRow = Prisma.RecoveryGetPayload<object>

/** The fact that an outcome is, by its code: money that was taken, or that is owed from now on. */
const FACTS: Record<Outcome['status'], [code: string, recipe: typeof recovery] | null> = {
  succeeded: ['recovery', recovery],
  owed: ['recovery_owed', recoveryOwed],
  failed: null,
}

async function post(tx: Tx, row: RecoveryRow, status: Outcome['status']): Promise<void> {
  const fact = FACTS[status]
  if (!fact) return
  const [code, recipe] = fact
  const { id, livemode, currency, connectedAccountId, amount } = row
  const entries = recipe(connectedAccountId, amount)
  await postTransaction(tx, { livemode, source: { type: 'recovery', id }, code, currency, entries })
}

/** The contractor is told what was taken from them, or will be. */
async function tell(tx: Tx, row: RecoveryRow, status: Outcome['status']): Promise<void> {
  if (status === 'failed') return
  const { contractorId: recipientId, orderId, amount, currency } = row
  const kind = status === 'owed' ? 'recovery_owed' : 'recovered'
  const data = { amount: amount.toString(), currency }
  await notify(tx, { recipientId, kind, fact: `${kind}:${row.id}`, orderId, data })
}

/**
 * Applies Stripe's answer to a recovery, or that it is owed, once: the only function that marks one. A receivable is settled
 * by its collections; the other outcomes are final.
 */
export async function recordRecovery(recoveryId: string, outcome: Outcome): Promise<RecoveryStatus> {
  return transaction(async tx => {
    await tx.$queryRaw`SELECT id FROM recoveries WHERE id = ${recoveryId} FOR UPDATE`
    const row = await tx.recovery.findUniqueOrThrow({ where: { id: recoveryId } })
    if (row.status !== 'requested') return row.status
    await tx.recovery.update({
      where: { id: recoveryId },
      data: {
        ...outcome,
        ...(outcome.status === 'succeeded' && { amountCollected: row.amount }),
        ...(outcome.status === 'owed' && { instrument: 'receivable' }),
      },
    })
    await post(tx, row, outcome.status)
    await returnIfSettled(tx, recoveryId)
    await tell(tx, row, outcome.status)
    if (outcome.status === 'owed')
      await enqueue(tx, 'resume-recovery', { recoveryId }, { key: `recovery:${recoveryId}` })
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
