import { db } from '../db.ts'
import type { DocumentKind } from './document-model.ts'
import type { AccountRequirements } from './model.ts'
import { requirementWords } from './requirement-words.ts'

type Known = Pick<AccountRequirements, 'errors' | 'pendingVerification'>

/** Why Stripe refused the document of a kind, by its code; null when it has not, or looks at another one already. */
function rejectionOf({ errors, pendingVerification }: Known, kind: DocumentKind): string | null {
  const isOfKind = (requirement: string) => requirementWords(requirement).place === kind
  if (pendingVerification.some(isOfKind)) return null
  return errors.find(error => isOfKind(error.requirement))?.code ?? null
}

/**
 * Notes on the documents that Stripe refused that it did, and why: each is a try used up. `askedAt` is when Stripe was asked;
 * what was given to it later is not what it spoke of.
 */
export async function recordRejections(
  connectedAccountId: string,
  requirements: Known,
  askedAt: Date,
): Promise<void> {
  for (const kind of ['identity', 'additional'] as const) {
    const rejectedCode = rejectionOf(requirements, kind)
    if (!rejectedCode) continue
    await db().identityDocument.updateMany({
      where: { connectedAccountId, kind, attachedAt: { not: null, lte: askedAt }, rejectedAt: null },
      data: { rejectedAt: askedAt, rejectedCode },
    })
  }
}
