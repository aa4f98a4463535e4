import { type Tx, transaction } from '../db.ts'
import { claimRefund, type RefundClaim } from '../refunds/claim-refund.ts'
import { continueRefund } from '../refunds/continue-refund.ts'
import type { RequestRefundInput } from '../refunds/model.ts'
import { previewRefund } from '../refunds/preview-refund.ts'
import { refundErrorOf } from '../refunds/request-refund.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { asFacts } from './ask.ts'
import type { ApprovalErrorCode } from './model.ts'
import { type ApprovalRow, openApproval } from './open-approval.ts'
import { writeDecision } from './write-decision.ts'

const inputOf = ({ id, input }: ApprovalRow): RequestRefundInput => ({
  ...(input as Omit<RequestRefundInput, 'requestKey'>),
  requestKey: id,
})

/** Under the payment's lock: whether the same amounts would move as were shown when it was asked for. */
async function isStillSo(tx: Tx, actor: Actor, row: ApprovalRow): Promise<boolean> {
  const input = inputOf(row)
  await tx.$queryRaw`SELECT id FROM payments WHERE id = ${input.paymentId} FOR NO KEY UPDATE`
  const preview = await previewRefund(actor, input, tx)
  return preview.ok && JSON.stringify(asFacts(preview.value)) === JSON.stringify(asFacts(row.facts as object))
}

async function claim(
  tx: Tx,
  actor: Actor,
  approvalId: string,
): Promise<Result<RefundClaim | null, ApprovalErrorCode>> {
  const opened = await openApproval(tx, actor, { approvalId, decision: 'approve' })
  if (!opened.ok) return opened
  const { row, isRepeated } = opened.value
  if (!isRepeated && !(await isStillSo(tx, actor, row))) {
    await writeDecision(tx, actor, row, { status: 'outdated' })
    return ok(null)
  }
  const approved = { approvalId, requestedById: row.requestedById }
  const claimed = await claimRefund(tx, actor, inputOf(row), approved)
  if (claimed.ok && !isRepeated) {
    const { refundId } = claimed.value
    await writeDecision(tx, actor, row, { status: 'approved', refundId })
  }
  return claimed
}

/** Lets a refund happen that another admin asked for: its row and the decision are written together, then Stripe is asked. */
export async function approveRefund(
  actor: Actor,
  { approvalId }: { approvalId: string },
): Promise<Result<{ refundId: string }, ApprovalErrorCode>> {
  const claimed = await transaction(tx => claim(tx, actor, approvalId))
  if (!claimed.ok) return claimed
  if (!claimed.value) return fail('facts_changed')
  const { refundId, isDone } = claimed.value
  if (isDone) return ok({ refundId })
  const continued = await continueRefund(refundId)
  return continued.ok ? ok({ refundId }) : fail(refundErrorOf(continued.error))
}
