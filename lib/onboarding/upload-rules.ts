import { now } from '../clock.ts'
import { db } from '../db.ts'
import { documentHistory } from './document-history.ts'
import type { DocumentErrorCode, SubmitDocumentInput } from './document-model.ts'
import { findDocument } from './keep-document.ts'
import { accountRequirements } from './model.ts'
import type { OpenAccount } from './own-account.ts'
import { asksFor } from './standing.ts'

/** Stripe itself stops taking documents after a number of tries; nobody needs this many in an hour. */
const UPLOADS_PER_HOUR_MAX = 30

/** Whether an upload may begin: before a byte of it is read. A submission that has begun may always be finished. */
export async function refusalNow(
  account: OpenAccount,
  input: SubmitDocumentInput,
): Promise<DocumentErrorCode | null> {
  if (await findDocument(account, input)) return null
  const hourAgo = new Date(now().getTime() - 3_600_000)
  const [recent, documents, row] = await Promise.all([
    db().identityDocument.count({ where: { connectedAccountId: account.id, createdAt: { gt: hourAgo } } }),
    db().identityDocument.findMany({ where: { connectedAccountId: account.id, attachedAt: { not: null } } }),
    db().connectedAccount.findUniqueOrThrow({ where: { id: account.id } }),
  ])
  if (recent >= UPLOADS_PER_HOUR_MAX) return 'too_many_uploads'
  const requirements = accountRequirements.parse(row.requirements)
  if (row.businessType === 'company' && !requirements.representative) return 'no_representative'
  const asked = asksFor(requirements, input.kind)
  const isAttached = documents.some(document => document.kind === input.kind)
  if (isAttached && !asked) return 'not_needed'
  return documentHistory(documents, input.kind).triesLeft === 0 ? 'no_tries_left' : null
}
