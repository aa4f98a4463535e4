import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { db, isUniqueViolation, transaction } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { fail, ok, type Result } from '../result.ts'
import type { FileType } from '../stripe/files.ts'
import type { Actor } from '../users/model.ts'
import type { DocumentErrorCode } from './document-errors-model.ts'
import type { SubmitDocumentInput } from './document-input-model.ts'
import { type DocumentKind, isSameFile } from './document-model.ts'
import type { OpenAccount } from './own-account.ts'

/** Long enough for the other side to arrive and be attached by its own request. */
const RESUME_AFTER_SECONDS = 600

export type DocumentRow = {
  id: string
  kind: DocumentKind
  sha256: string
  mimeType: string
  stripeFileId: string | null
  attachedAt: Date | null
}

/** What is kept of a file: never the file. */
export type FileFacts = { mimeType: FileType; byteCount: number; sha256: string }

function keyOf(input: SubmitDocumentInput): string {
  return `${input.requestKey}:${input.side}`
}

/** The row of one side of a submission, if it has one. */
export function findDocument(account: OpenAccount, input: SubmitDocumentInput): Promise<DocumentRow | null> {
  return db().identityDocument.findUnique({
    where: {
      connectedAccountId_requestKey: { connectedAccountId: account.id, requestKey: keyOf(input) },
    },
  })
}

/** Whether it is the file of the other side, or one that Stripe was given before. */
async function sameFile(
  account: OpenAccount,
  input: SubmitDocumentInput,
  sha256: string,
): Promise<DocumentErrorCode | null> {
  const earlier = await db().identityDocument.findMany({
    where: { connectedAccountId: account.id, sha256, stripeFileId: { not: null } },
  })
  if (earlier.some(row => row.requestKey.startsWith(`${input.requestKey}:`))) return 'same_front_and_back'
  const isGiven = earlier.some(row => row.attachedAt !== null && isSameFile(row, input, sha256))
  return isGiven ? 'same_file_again' : null
}

async function writeRow(actor: Actor, account: OpenAccount, input: SubmitDocumentInput, facts: FileFacts) {
  const { kind, type, side } = input
  return transaction(async tx => {
    const id = newId('doc')
    const row = await tx.identityDocument.create({
      data: {
        id,
        connectedAccountId: account.id,
        livemode: env().stripe.livemode,
        kind,
        type,
        side,
        requestKey: keyOf(input),
        stripePersonId: input.stripePersonId ?? null,
        ...facts,
      },
    })
    const subject = { type: 'IdentityDocument', id }
    await recordAuditEvent(tx, actor, { action: 'document.submitted', subject, after: { kind, type, side } })
    const options = { key: `sync-account:${account.id}`, delaySeconds: RESUME_AFTER_SECONDS }
    await enqueue(tx, 'sync-account', { connectedAccountId: account.id }, options)
    return row
  })
}

/**
 * The row of an upload, from which its idempotency key comes: the one that is there, or a new one. The same key with
 * another file is refused.
 */
export async function keepDocument(
  actor: Actor,
  account: OpenAccount,
  input: SubmitDocumentInput,
  facts: FileFacts,
): Promise<Result<DocumentRow, DocumentErrorCode>> {
  const found = await findDocument(account, input)
  if (found) return found.sha256 === facts.sha256 ? ok(found) : fail('other_file_same_key')
  const refused = await sameFile(account, input, facts.sha256)
  if (refused) return fail(refused)
  try {
    return ok(await writeRow(actor, account, input, facts))
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const raced = await findDocument(account, input)
    return raced?.sha256 === facts.sha256 ? ok(raced) : fail('other_file_same_key')
  }
}
