import { now } from '../clock.ts'
import { db } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import { attachDocument } from '../stripe/accounts.ts'
import { isDefinite } from '../stripe/errors.ts'
import type { DocumentErrorCode } from './document-errors-model.ts'
import { accountRequirements } from './model.ts'
import { recordAccount } from './record-account.ts'

/**
 * Attaches the uploaded sides of one submission to the contractor's person at Stripe, or to their company, and notes when. Done already, it
 * does nothing. A definite refusal removes the rows: there is nothing with Stripe that they could stand for.
 */
export async function attachSubmission(
  connectedAccountId: string,
  requestKey: string,
): Promise<Result<void, DocumentErrorCode>> {
  const rows = await db().identityDocument.findMany({
    where: { connectedAccountId, requestKey: { startsWith: `${requestKey}:` } },
    include: { account: true },
  })
  const front = rows.find(row => row.side === 'front')
  const back = rows.find(row => row.side === 'back')
  const accountId = front?.account.stripeAccountId
  if (!front?.stripeFileId || !accountId) return fail('upload_cut_off')
  if (front.attachedAt) return ok()
  const isRepresentative = front.account.businessType === 'company' && front.kind !== 'company'
  const { representative } = accountRequirements.parse(front.account.requirements)
  if (isRepresentative && !representative) return fail('no_representative')
  const stripePersonId = front.stripePersonId ?? (isRepresentative ? representative : null)
  const attached = await attachDocument({
    accountId,
    identityDocumentId: front.id,
    stripePersonId,
    kind: front.kind,
    frontFileId: front.stripeFileId,
    backFileId: back?.stripeFileId ?? null,
  })
  const where = { id: { in: rows.map(row => row.id) }, attachedAt: null }
  if (!attached.ok) {
    if (!isDefinite(attached.error)) return fail('stripe_unavailable')
    await db().identityDocument.deleteMany({ where })
    return fail('document_refused')
  }
  await db().identityDocument.updateMany({ where, data: { attachedAt: now() } })
  await recordAccount(accountId)
  return ok()
}
