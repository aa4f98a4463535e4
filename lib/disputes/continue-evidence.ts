import { now } from '../clock.ts'
import { db, type Prisma, transaction } from '../db.ts'
import { recordOrderEvent } from '../orders/record-order-event.ts'
import { fail, ok, type Result } from '../result.ts'
import { type DisputeSnapshot, retrieveDispute, sendEvidence } from '../stripe/disputes.ts'
import { isDefinite, type StripeFailure } from '../stripe/errors.ts'
import { type EvidenceErrorCode, evidenceWords } from './evidence-model.ts'
import { disputeStatusWords, isInquiry } from './model.ts'
import { recordDispute } from './record-dispute.ts'

const parts = {
  dispute: { select: { stripeDisputeId: true, payment: { select: { orderId: true } } } },
} as const
type Row = Prisma.DisputeEvidenceGetPayload<{ include: typeof parts }>
type Ended = Result<void, EvidenceErrorCode>

/** The bank has it. */
async function recordSent(row: Row, snapshot: DisputeSnapshot): Promise<Ended> {
  await transaction(async tx => {
    const { count } = await tx.disputeEvidence.updateMany({
      where: { id: row.id, status: 'requested' },
      data: { status: 'sent', sentAt: now() },
    })
    if (count === 0) return
    const by = { actorId: row.submittedById, data: {} }
    await recordOrderEvent(tx, row.dispute.payment.orderId, 'dispute_answered', by)
  })
  await recordDispute(snapshot)
  return ok()
}

/** Nothing of it is with the bank: it can be written anew, unless the bank waits no longer. */
async function recordRefused(row: Row, code: string): Promise<void> {
  const { id, attempt } = row
  await db().disputeEvidence.updateMany({
    where: { id, attempt, status: 'requested' },
    data: { status: 'draft', refusedCode: code },
  })
}

/** Whether it came through: Stripe counts what it was sent, and an inquiry that became a dispute has been answered before. */
function wasSent({ isInquiry: ofInquiry }: Row, snapshot: DisputeSnapshot): boolean {
  return snapshot.submissionCount > 0 || (ofInquiry && !isInquiry(snapshot.status))
}

async function afterRefusal(row: Row, failure: StripeFailure): Promise<Ended> {
  if (!isDefinite(failure)) return fail('stripe_unavailable')
  const read = await retrieveDispute(row.dispute.stripeDisputeId)
  if (!read.ok) return fail('stripe_unavailable')
  if (wasSent(row, read.value)) return recordSent(row, read.value)
  await recordRefused(row, failure.code ?? failure.kind)
  await recordDispute(read.value)
  return fail(disputeStatusWords(read.value.status).isAnswerable ? 'refused' : 'not_answerable')
}

/** Goes on with evidence that was decided to be sent, from wherever it stopped. Sent already, it does nothing. */
export async function continueEvidence(evidenceId: string): Promise<Ended> {
  const row = await db().disputeEvidence.findUnique({ where: { id: evidenceId }, include: parts })
  if (!row) return fail('not_found')
  if (row.status === 'sent') return ok()
  if (row.status === 'draft') return fail('refused')
  const { stripeDisputeId } = row.dispute
  const read = await retrieveDispute(stripeDisputeId)
  if (!read.ok) return fail('stripe_unavailable')
  if (wasSent(row, read.value)) return recordSent(row, read.value)
  const words = evidenceWords.parse(row.words)
  const sent = await sendEvidence({ stripeDisputeId, evidenceId, attempt: row.attempt, words })
  return sent.ok ? recordSent(row, sent.value) : afterRefusal(row, sent.error)
}

/** The same as a job, which is over when Stripe has taken or refused it. */
export async function resumeEvidence(evidenceId: string): Promise<Ended> {
  const ended = await continueEvidence(evidenceId)
  return ended.ok || ended.error !== 'stripe_unavailable' ? ok() : ended
}
