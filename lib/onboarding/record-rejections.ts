import { db } from '../db.ts'
import { documentAsked, isSameDocument } from './document-asked.ts'
import type { AccountRequirements } from './model.ts'

type Known = Pick<AccountRequirements, 'errors' | 'pendingVerification'>

/**
 * Notes on the documents that Stripe refused that it did, and why: each is a try used up. `askedAt` is when Stripe was asked;
 * what was given to it later is not what it spoke of, and while it looks at another one it speaks of none.
 */
export async function recordRejections(
  connectedAccountId: string,
  { errors, pendingVerification }: Known,
  askedAt: Date,
): Promise<void> {
  for (const { requirement, code } of errors) {
    const document = documentAsked(requirement)
    if (!document || pendingVerification.some(name => isSameDocument(documentAsked(name), document))) continue
    await db().identityDocument.updateMany({
      where: {
        connectedAccountId,
        ...document,
        attachedAt: { not: null, lte: askedAt },
        rejectedAt: null,
      },
      data: { rejectedAt: askedAt, rejectedCode: code },
    })
  }
}
