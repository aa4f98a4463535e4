import { createHash } from 'node:crypto'
import { db } from '../db.ts'
import { readUpload } from '../read-upload.ts'
import { fail, ok, type Result } from '../result.ts'
import { isDefinite } from '../stripe/errors.ts'
import { type FileType, uploadDocumentFile } from '../stripe/files.ts'
import type { Actor } from '../users/model.ts'
import { attachSubmission } from './attach-submission.ts'
import { checkDocument } from './check-document.ts'
import type { DocumentErrorCode } from './document-errors-model.ts'
import type { SubmitDocumentInput } from './document-input-model.ts'
import { DOCUMENT_BYTES_MAX, type DocumentOutcome, sidesOf } from './document-model.ts'
import { type DocumentRow, findDocument, keepDocument } from './keep-document.ts'
import { type OpenAccount, ownAccount } from './own-account.ts'
import { refusalNow } from './upload-rules.ts'

type Answer = Result<DocumentOutcome, DocumentErrorCode>

async function upload(
  account: OpenAccount,
  row: DocumentRow,
  bytes: Buffer,
): Promise<DocumentErrorCode | null> {
  if (row.stripeFileId) return null
  const uploaded = await uploadDocumentFile({
    accountId: account.stripeAccountId,
    identityDocumentId: row.id,
    purpose: row.kind === 'company' ? 'additional_verification' : 'identity_document',
    bytes,
    mimeType: row.mimeType as FileType,
  })
  if (!uploaded.ok) {
    if (!isDefinite(uploaded.error)) return 'stripe_unavailable'
    await db().identityDocument.deleteMany({ where: { id: row.id, stripeFileId: null } })
    return 'document_refused'
  }
  const { fileId } = uploaded.value
  await db().identityDocument.update({ where: { id: row.id }, data: { stripeFileId: fileId } })
  return null
}

async function outcomeOf(account: OpenAccount, input: SubmitDocumentInput): Promise<Answer> {
  for (const side of sidesOf(input.kind, input.type)) {
    const row = await findDocument(account, { ...input, side })
    if (!row?.stripeFileId) return ok({ attached: false, missingSide: side })
  }
  const attached = await attachSubmission(account.id, input.requestKey)
  return attached.ok ? ok({ attached: true, missingSide: null }) : attached
}

async function takeDocument(
  actor: Actor,
  account: OpenAccount,
  input: SubmitDocumentInput,
  body: ReadableStream<Uint8Array> | null,
): Promise<Answer> {
  const refused = await refusalNow(account, input)
  if (refused) return fail(refused)
  const read = await readUpload(body, DOCUMENT_BYTES_MAX)
  if (!read.ok) return read
  const checked = await checkDocument(read.value, { kind: input.kind, anyway: input.anyway === 'yes' })
  if (!checked.ok) return checked
  const row = await keepDocument(actor, account, input, {
    mimeType: checked.value,
    byteCount: read.value.byteLength,
    sha256: createHash('sha256').update(read.value).digest('hex'),
  })
  if (!row.ok) return row
  const failed = await upload(account, row.value, read.value)
  return failed ? fail(failed) : outcomeOf(account, input)
}

const uploading = new Set<string>()
const UPLOADS_AT_ONCE_MAX = 8

/**
 * Takes one side of a document: reads it into memory, looks at its content, hands it to Stripe and, once all sides of
 * the submission (`requestKey`) are there, attaches it to the person. The bytes go nowhere else. The same request again
 * goes on where the last one stopped.
 */
export async function submitDocument(
  actor: Actor,
  input: SubmitDocumentInput,
  body: ReadableStream<Uint8Array> | null,
): Promise<Answer> {
  const own = await ownAccount(actor)
  if (!own.ok) return own
  if (uploading.has(actor.userId) || uploading.size >= UPLOADS_AT_ONCE_MAX) return fail('too_many_at_once')
  uploading.add(actor.userId)
  try {
    return await takeDocument(actor, own.value, input, body)
  } finally {
    uploading.delete(actor.userId)
  }
}
