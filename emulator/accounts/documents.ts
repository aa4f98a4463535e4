import { invalid, missing } from '../core/errors.ts'
import type { Tx } from '../core/tx.ts'
import { MISMATCH, type Rejection, rejectionFor } from '../files/document-outcome.ts'
import { editVerification, type Person } from './kinds.ts'
import { startCheck } from './verify.ts'

/** `front` and `back` as sent. */
interface SentDocument {
  front?: string | undefined
  back?: string | undefined
}

/** Files that Stripe has ready in test mode, and what becomes of them. */
const READY_FILES: Record<string, Rejection | null> = {
  file_identity_document_success: null,
  file_identity_document_failure: MISMATCH,
}

const PURPOSES = ['identity_document', 'additional_verification', 'account_requirement']

function outcomeOf(tx: Tx, person: Person, kind: string, fileId: string, param: string): Rejection | null {
  const ready = READY_FILES[fileId]
  if (ready !== undefined) return ready
  const file = tx.find('file', fileId)
  const facts = tx.find('_file_facts', fileId)
  if (!file || !facts) throw missing('file upload', fileId, param, 400)
  if (!PURPOSES.includes(file.purpose)) {
    const message = `The file ${fileId} has the purpose ${file.purpose}; it must be identity_document.`
    throw invalid(message, { param })
  }
  if (editVerification(tx, person.account).refusedFiles.includes(facts.sha256))
    return rejectionFor('failed_copy')
  // A PDF shows a bill or a letter; of an identity document Stripe wants a photo.
  if (kind === 'document' && facts.mime === 'application/pdf') return rejectionFor('type_not_supported')
  return facts.outcome
}

/**
 * Attaches files to a person as `document` or `additional_document` and has them looked at. Both may be the
 * same file: older accounts ask for exactly that.
 * @param names the person's prefix among requirements, and how their parameters are called.
 * @throws StripeError 400 for a file that is not there, is for something else, or for a document that was verified.
 */
export function attachDocument(
  tx: Tx,
  person: Person,
  kind: 'additional_document' | 'document',
  sent: SentDocument,
  names: { prefix: string; param: (name: string) => string },
): void {
  const { front, back } = sent
  if (front === undefined && back === undefined) return
  const path = `${names.prefix}.verification.${kind}`
  const param = `${names.param('verification')}[${kind}]`
  if (editVerification(tx, person.account).checks[path]?.state === 'verified') throw verifiedAlready(param)
  let outcome: Rejection | null = null
  for (const [side, fileId] of Object.entries({ front, back })) {
    if (fileId === undefined) continue
    outcome ??= outcomeOf(tx, person, kind, fileId, `${param}[${side}]`)
    const document = person.verification?.[kind]
    if (document) Object.assign(document, { [side]: fileId, details: null, details_code: null })
  }
  // A back without its front is kept until the front comes.
  if (person.verification?.[kind]?.front) startCheck(tx, person, path, outcome)
}

/** Stripe lets nobody change by API what it has verified. */
export function verifiedAlready(param: string) {
  return invalid(
    `You cannot change \`${param}\` via API if an account is verified. Please contact us via https://support.stripe.com/contact if you need to change the legal entity information associated with this account.`,
    { param },
  )
}
