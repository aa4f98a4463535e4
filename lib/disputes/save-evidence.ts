import { may } from '../access/model.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { EvidenceErrorCode, SaveEvidenceInput } from './evidence-model.ts'
import { disputeStatusWords, isInquiry } from './model.ts'

/** A dispute that waits for an answer, locked: what is written and what is sent come one after the other. */
export async function lockAnswerable(
  tx: Tx,
  id: string,
): Promise<Result<{ disputeId: string; isInquiry: boolean; orderId: string }, EvidenceErrorCode>> {
  await tx.$queryRaw`SELECT id FROM disputes WHERE id = ${id} FOR UPDATE`
  const { livemode } = env().stripe
  const dispute = await tx.dispute.findFirst({
    where: { id, livemode },
    select: { status: true, payment: { select: { orderId: true } } },
  })
  if (!dispute) return fail('not_found')
  if (!disputeStatusWords(dispute.status).isAnswerable) return fail('not_answerable')
  return ok({ disputeId: id, isInquiry: isInquiry(dispute.status), orderId: dispute.payment.orderId })
}

/** Keeps what an admin has written for the bank, as often as they like, until it is sent. Nothing of it is at Stripe. */
export async function saveEvidence(
  actor: Actor,
  { disputeId: id, ...words }: SaveEvidenceInput,
): Promise<Result<{ version: number }, EvidenceErrorCode>> {
  if (!may(actor, 'decide')) return fail('not_found')
  return transaction(async tx => {
    const open = await lockAnswerable(tx, id)
    if (!open.ok) return open
    const { disputeId, isInquiry: inquiry } = open.value
    const key = { disputeId_isInquiry: { disputeId, isInquiry: inquiry } }
    const known = await tx.disputeEvidence.findUnique({ where: key })
    if (known && known.status !== 'draft') return fail('already_sent')
    const { version } = await tx.disputeEvidence.upsert({
      where: key,
      create: { id: newId('evi'), disputeId, isInquiry: inquiry, words },
      update: { words, version: { increment: 1 } },
    })
    await recordAuditEvent(tx, actor, {
      action: 'dispute.evidence_saved',
      subject: { type: 'dispute', id: disputeId },
      after: { version },
    })
    return ok({ version })
  })
}
