import { now } from '../clock.ts'
import { db } from '../db.ts'
import { documentsAsked, isSameDocument } from './document-asked.ts'
import type { DocumentErrorCode } from './document-errors-model.ts'
import { documentHistory } from './document-history.ts'
import type { SubmitDocumentInput } from './document-input-model.ts'
import type { DocumentKind } from './document-model.ts'
import { findDocument } from './keep-document.ts'
import { type AccountRequirements, accountRequirements } from './model.ts'
import type { OpenAccount } from './own-account.ts'
import { asksFor } from './standing.ts'

/** Stripe itself stops taking documents after a number of tries; nobody needs this many in an hour. */
const UPLOADS_PER_HOUR_MAX = 30

type Row = { kind: DocumentKind }

/** Of others in a company, and of the company, only what Stripe asks for; the contractor's own may be given once before it asks. */
function isOpenFor(
  requirements: AccountRequirements,
  documents: Row[],
  { kind, stripePersonId }: SubmitDocumentInput,
): boolean {
  if (!stripePersonId && kind !== 'company') {
    return asksFor(requirements, kind) || !documents.some(document => document.kind === kind)
  }
  const wanted = { kind, stripePersonId: stripePersonId ?? null }
  return documentsAsked(requirements).some(asked => isSameDocument(asked, wanted))
}

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
  const own = documents.filter(document => document.stripePersonId === null)
  const requirements = accountRequirements.parse(row.requirements)
  const isPersonal = input.kind !== 'company'
  if (isPersonal && row.businessType === 'company' && !requirements.representative) return 'no_representative'
  if (!isOpenFor(requirements, own, input)) return 'not_needed'
  const { triesLeft } = documentHistory(documents, input.kind, input.stripePersonId ?? null)
  return triesLeft === 0 ? 'no_tries_left' : null
}
