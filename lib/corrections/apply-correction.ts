import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import type { Prisma, Tx } from '../db.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { contractorCorrection, correction } from '../ledger/recipes.ts'
import type { Actor } from '../users/model.ts'

type Row = Prisma.CorrectionGetPayload<object>

/** Posts a correction and closes its difference, in the transaction that let it through. */
export async function applyCorrection(tx: Tx, actor: Actor, row: Row): Promise<void> {
  const { id, livemode, currency, amount, connectedAccountId: party, discrepancyId, reason } = row
  const entries = party ? contractorCorrection(party, amount) : correction(amount)
  const source = { type: 'correction' as const, id }
  await postTransaction(tx, { livemode, source, code: 'correction', currency, entries })
  await tx.discrepancy.update({ where: { id: discrepancyId }, data: { resolvedAt: now() } })
  await recordAuditEvent(tx, actor, {
    action: 'correction.applied',
    subject: { type: 'correction', id },
    after: {
      subject: row.subject,
      amount: amount.toString(),
      currency,
      reason,
      requestedById: row.requestedById,
    },
  })
}
