import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { db, type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { approveRecovery } from './approve-recovery.ts'
import { approveRefund } from './approve-refund.ts'
import type { ApprovalErrorCode, DecideApprovalInput } from './model.ts'
import { openApproval } from './open-approval.ts'
import { writeDecision } from './write-decision.ts'

type Decided = { refundId: string } | { recoveryId: string } | { declined: true }

function decline(
  actor: Actor,
  { approvalId, answer }: DecideApprovalInput,
): Promise<Result<Decided, ApprovalErrorCode>> {
  return transaction(async tx => {
    const opened = await openApproval(tx, actor, { approvalId, decision: 'decline' })
    if (!opened.ok) return opened
    const { row, isRepeated } = opened.value
    if (!isRepeated) await writeDecision(tx, actor, row, { status: 'declined', answer })
    return ok({ declined: true as const })
  })
}

/**
 * A second admin decides what another asked for, and never the one who asked. What is approved is worked out again first: if other
 * amounts would move than were shown, nothing does, and the request is over. Approved twice, by one or by two, it is done once.
 */
export async function decideApproval(
  actor: Actor,
  input: DecideApprovalInput,
): Promise<Result<Decided, ApprovalErrorCode>> {
  if (input.decision === 'decline') return decline(actor, input)
  const where = { id: input.approvalId, livemode: env().stripe.livemode }
  const row = await db().approval.findFirst({ where, select: { kind: true } })
  if (!row) return fail('not_found')
  return row.kind === 'refund' ? approveRefund(actor, input) : approveRecovery(actor, input)
}

async function withdraw(tx: Tx, actor: Actor, id: string): Promise<Result<void, ApprovalErrorCode>> {
  await tx.$queryRaw`SELECT id FROM approvals WHERE id = ${id} FOR UPDATE`
  const mine = { id, livemode: env().stripe.livemode, requestedById: actor.userId }
  const row = await tx.approval.findFirst({ where: mine })
  if (!row) return fail('not_found')
  if (row.status === 'withdrawn') return ok()
  if (row.status !== 'open') return fail('already_decided')
  await tx.approval.update({ where: { id }, data: { status: 'withdrawn', decidedAt: now() } })
  await recordAuditEvent(tx, actor, {
    action: 'approval.withdrawn',
    subject: { type: 'approval', id },
    before: { status: row.status },
    after: { status: 'withdrawn' },
  })
  return ok()
}

/** Whoever asked takes it back, as long as nobody has decided. */
export function withdrawApproval(
  actor: Actor,
  { approvalId }: { approvalId: string },
): Promise<Result<void, ApprovalErrorCode>> {
  return transaction(tx => withdraw(tx, actor, approvalId))
}
