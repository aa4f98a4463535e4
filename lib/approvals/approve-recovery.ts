import { db, type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { type AgreedTerms, agreeTerms } from '../recoveries/agree-terms.ts'
import { claimRecovery } from '../recoveries/claim-recovery.ts'
import { continueRecovery } from '../recoveries/continue-recovery.ts'
import type { RecoverFromContractorInput } from '../recoveries/model.ts'
import { recoveryErrorOf, recoveryRefusal } from '../recoveries/recover-from-contractor.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { asFacts } from './ask.ts'
import type { ApprovalErrorCode } from './model.ts'
import { type ApprovalRow, openApproval } from './open-approval.ts'
import { writeDecision } from './write-decision.ts'

const inputOf = ({ id, input }: ApprovalRow): RecoverFromContractorInput => ({
  ...(input as Omit<RecoverFromContractorInput, 'requestKey'>),
  requestKey: id,
})

/** Whether what Stripe says can be taken now gives the same terms as were shown when it was asked for. */
function isStillSo({ facts }: ApprovalRow, agreed: AgreedTerms | null): agreed is AgreedTerms {
  if (!agreed) return false
  const { amount, instrument, reversible } = agreed
  return (
    JSON.stringify(asFacts({ amount, instrument, reversible })) === JSON.stringify(asFacts(facts as object))
  )
}

async function claim(
  tx: Tx,
  actor: Actor,
  approvalId: string,
  agreed: AgreedTerms | null,
): Promise<Result<string | null, ApprovalErrorCode>> {
  const opened = await openApproval(tx, actor, { approvalId, decision: 'approve' })
  if (!opened.ok) return opened
  const { row, isRepeated } = opened.value
  if (isRepeated) return ok(row.recoveryId)
  const { contractorId: userId, livemode, requestedById } = row
  const account = await tx.connectedAccount.findFirst({ where: { userId, livemode } })
  if (!account || !isStillSo(row, agreed)) {
    await writeDecision(tx, actor, row, { status: 'outdated' })
    return ok(null)
  }
  const approved = { approvalId, requestedById }
  const claimed = await claimRecovery(tx, actor, inputOf(row), { account, agreed, approved })
  if (claimed.ok) await writeDecision(tx, actor, row, { status: 'approved', recoveryId: claimed.value })
  return claimed
}

/**
 * Lets a recovery happen that another admin asked for. Stripe is asked what can be taken before the decision is written, and to take
 * it afterwards, by the recovery's own row.
 */
export async function approveRecovery(
  actor: Actor,
  { approvalId }: { approvalId: string },
): Promise<Result<{ recoveryId: string }, ApprovalErrorCode>> {
  const { livemode } = env().stripe
  const row = await db().approval.findFirst({ where: { id: approvalId, livemode } })
  if (!row) return fail('not_found')
  const agreed = row.status === 'open' ? await agreeTerms(actor, inputOf(row)) : null
  if (agreed && !agreed.ok && agreed.error === 'processing') return agreed
  const claimed = await transaction(tx => claim(tx, actor, approvalId, agreed?.ok ? agreed.value : null))
  if (!claimed.ok) return claimed
  if (!claimed.value) return fail('facts_changed')
  const recoveryId = claimed.value
  const { status, failureCode } = await db().recovery.findUniqueOrThrow({ where: { id: recoveryId } })
  if (status === 'failed') return fail(recoveryRefusal(failureCode))
  if (status !== 'requested') return ok({ recoveryId })
  const continued = await continueRecovery(recoveryId)
  return continued.ok ? ok({ recoveryId }) : fail(recoveryErrorOf(continued.error))
}
