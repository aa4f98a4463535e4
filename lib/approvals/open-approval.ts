import { may } from '../access/model.ts'
import { now } from '../clock.ts'
import type { Prisma, Tx } from '../db.ts'
import { env } from '../env.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { ApprovalErrorCode } from './model.ts'

export type ApprovalRow = Prisma.ApprovalGetPayload<object>

/**
 * Locks a request for whoever wants to decide it: it must be open and not too old, and theirs to decide, which nobody's own is.
 * `isRepeated`: the same admin decides it the same way again, because they never saw the answer.
 */
export async function openApproval(
  tx: Tx,
  actor: Actor,
  { approvalId, decision }: { approvalId: string; decision: 'approve' | 'decline' },
): Promise<Result<{ row: ApprovalRow; isRepeated: boolean }, ApprovalErrorCode>> {
  if (!may(actor, 'approve')) return fail('not_found')
  await tx.$queryRaw`SELECT id FROM approvals WHERE id = ${approvalId} FOR UPDATE`
  const row = await tx.approval.findFirst({ where: { id: approvalId, livemode: env().stripe.livemode } })
  if (!row) return fail('not_found')
  if (row.requestedById === actor.userId) return fail('own_request')
  const same = decision === 'approve' ? 'approved' : 'declined'
  if (row.status === same && row.decidedById === actor.userId) return ok({ row, isRepeated: true })
  if (row.status !== 'open') return fail('already_decided')
  return row.expiresAt <= now() ? fail('expired') : ok({ row, isRepeated: false })
}
