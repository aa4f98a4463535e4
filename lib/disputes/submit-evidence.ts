import { may } from '../access/model.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { transaction } from '../db.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { continueEvidence } from './continue-evidence.ts'
import type { EvidenceErrorCode, SubmitEvidenceInput } from './evidence-model.ts'
import { lockAnswerable } from './save-evidence.ts'

/** Long enough for this request to have sent it itself. */
const RESUME_AFTER_SECONDS = 60

type Claimed = Result<string, EvidenceErrorCode>

/** Decides that this saving is what the bank reads. The same decision again is the same one. */
function claim(actor: Actor, { disputeId, version }: SubmitEvidenceInput): Promise<Claimed> {
  return transaction(async (tx): Promise<Claimed> => {
    const open = await lockAnswerable(tx, disputeId)
    if (!open.ok) return open
    const { isInquiry } = open.value
    const evidence = await tx.disputeEvidence.findUnique({
      where: { disputeId_isInquiry: { disputeId, isInquiry } },
    })
    if (!evidence || evidence.version !== version) return fail('changed')
    if (evidence.status === 'requested') return ok(evidence.id)
    if (evidence.status === 'sent') return fail('already_sent')
    const { id } = evidence
    await tx.disputeEvidence.update({
      where: { id },
      data: {
        status: 'requested',
        attempt: { increment: 1 },
        refusedCode: null,
        submittedById: actor.userId,
        requestedAt: now(),
      },
    })
    await recordAuditEvent(tx, actor, {
      action: 'dispute.evidence_submitted',
      subject: { type: 'dispute', id: disputeId },
      before: { status: evidence.status },
      after: { status: 'requested', version },
    })
    const options = { key: `evidence:${id}`, delaySeconds: RESUME_AFTER_SECONDS }
    await enqueue(tx, 'resume-evidence', { evidenceId: id }, options)
    return ok(id)
  })
}

/**
 * Sends the evidence that was saved to the bank, once and for good. Without an answer from Stripe the outcome stays open and a job
 * finds it out.
 */
export async function submitEvidence(
  actor: Actor,
  input: SubmitEvidenceInput,
): Promise<Result<void, EvidenceErrorCode>> {
  if (!may(actor, 'decide')) return fail('not_found')
  const claimed = await claim(actor, input)
  return claimed.ok ? continueEvidence(claimed.value) : claimed
}
