import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import type { Tx } from '../db.ts'
import type { Actor } from '../users/model.ts'
import type { ApprovalRow } from './open-approval.ts'

type Decision = {
  status: 'approved' | 'declined' | 'outdated'
  answer?: string
  refundId?: string
  recoveryId?: string
}

/** Writes what was decided, by whom, and the row of money that follows from it, in the caller's transaction. */
export async function writeDecision(
  tx: Tx,
  actor: Actor,
  { id, requestedById }: ApprovalRow,
  decision: Decision,
): Promise<void> {
  const decided = { decidedById: actor.userId, decidedAt: now() }
  await tx.approval.update({ where: { id }, data: { ...decision, ...decided } })
  await recordAuditEvent(tx, actor, {
    action: `approval.${decision.status}`,
    subject: { type: 'approval', id },
    before: { status: 'open', requestedById },
    after: { ...decision },
  })
}
