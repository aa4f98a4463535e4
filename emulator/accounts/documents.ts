import { invalid, missing } from '../core/errors.ts'
import type { Tx } from '../core/tx.ts'
import { MISMATCH, type Rejection, rejectionFor } from '../files/document-outcome.ts'
import { look } from './checks.ts'
import { editVerification } from './kinds.ts'

/** `front` and `back` as sent; null takes one away. */
export interface SentDocument {
  front?: string | null | undefined
  back?: string | null | undefined
}

/** Where documents are kept: a person's `verification`, or a company's. */
interface Holder {
  document?: unknown
  additional_document?: unknown
}

/** How a document is called: in requirements, in parameters, and where it is kept. */
export interface DocumentPlace {
  account: string
  kind: 'additional_document' | 'document'
  /** `individual.verification.document` */
  path: string
  /** `individual[verification][document]` */
  param: string
  holder: Holder
  immediate: boolean
}

interface Kept {
  front: string | null
  back: string | null
  details: string | null
  details_code: string | null
}

/** Files that Stripe has ready in test mode, and what becomes of them. */
const READY_FILES: Record<string, Rejection | null> = {
  file_identity_document_success: null,
  file_identity_document_failure: MISMATCH,
}

const PURPOSES = ['identity_document', 'additional_verification', 'account_requirement']

/** After so many rejected documents Stripe takes no more by API. */
const ATTEMPTS_MAX = 10

function digestOf(tx: Tx, fileId: unknown): string | null {
  return typeof fileId === 'string' ? (tx.find('_file_facts', fileId)?.sha256 ?? null) : null
}

/**
 * What a file will be rejected for, if anything.
 * @throws StripeError 400 for a file that is not there or is for something else.
 */
export function fileOutcome(tx: Tx, account: string, fileId: string, param: string): Rejection | null {
  const ready = READY_FILES[fileId]
  if (ready !== undefined) return ready
  const file = tx.find('file', fileId)
  const facts = tx.find('_file_facts', fileId)
  if (!file || !facts) throw missing('file upload', fileId, param, 400)
  if (!PURPOSES.includes(file.purpose)) {
    const message = `The file ${fileId} has the purpose ${file.purpose}; it must be identity_document.`
    throw invalid(message, { param })
  }
  if (editVerification(tx, account).refusedFiles.includes(facts.sha256)) return rejectionFor('failed_copy')
  return facts.outcome
}

/** One file cannot be both sides, nor both documents. */
function reuseOutcome(tx: Tx, place: DocumentPlace, kept: Kept): Rejection | null {
  const front = digestOf(tx, kept.front)
  if (front !== null && front === digestOf(tx, kept.back)) return rejectionFor('missing_back')
  const otherKind = place.kind === 'document' ? 'additional_document' : 'document'
  const other = place.holder[otherKind] as Kept | null | undefined
  const others = [digestOf(tx, other?.front), digestOf(tx, other?.back)]
  return front !== null && others.includes(front) ? rejectionFor('duplicate_type') : null
}

function outcomeOf(tx: Tx, place: DocumentPlace, kept: Kept): Rejection | null {
  for (const side of ['front', 'back'] as const) {
    const fileId = kept[side]
    const outcome = fileId ? fileOutcome(tx, place.account, fileId, `${place.param}[${side}]`) : null
    if (outcome) return outcome
  }
  // A PDF shows a bill or a letter; of an identity document Stripe wants a photo.
  const mime = kept.front ? tx.find('_file_facts', kept.front)?.mime : undefined
  const identity = place.kind === 'document' && !place.path.startsWith('company.')
  if (identity && mime === 'application/pdf') return rejectionFor('type_not_supported')
  return reuseOutcome(tx, place, kept)
}

/**
 * Attaches files as `document` or `additional_document` and has them looked at.
 * @throws StripeError 400 for a file that is not there, is for something else, or for a document that was verified
 * or rejected too often.
 */
export function attachDocument(tx: Tx, place: DocumentPlace, sent: SentDocument): void {
  const { path, param, holder, kind } = place
  if (sent.front === undefined && sent.back === undefined) return
  const { checks, attempts } = editVerification(tx, place.account)
  if (checks[path]?.state === 'verified' && (sent.front || sent.back)) throw verifiedAlready(param)
  if ((attempts[path] ?? 0) >= ATTEMPTS_MAX) {
    throw invalid(
      'The maximum number of verification attempts has been reached. Please contact us via https://support.stripe.com/contact to continue.',
      { param },
    )
  }
  const before = (holder[kind] ?? {}) as Partial<Kept>
  const kept: Kept = {
    back: sent.back === undefined ? (before.back ?? null) : sent.back,
    details: null,
    details_code: null,
    front: sent.front === undefined ? (before.front ?? null) : sent.front,
  }
  const outcome = outcomeOf(tx, place, kept)
  Object.assign(holder, { [kind]: kept })
  // A back without its front is kept until the front comes.
  if (!kept.front) return
  const basis = `${kept.front}|${kept.back}|${attempts[path] ?? 0}`
  look(tx, place.account, path, {
    ends: outcome ? 'failed' : 'verified',
    outcome,
    basis,
    immediate: place.immediate,
  })
}

/** Stripe lets nobody change by API what it has verified. */
export function verifiedAlready(param: string) {
  return invalid(
    `You cannot change \`${param}\` via API if an account is verified. Please contact us via https://support.stripe.com/contact if you need to change the legal entity information associated with this account.`,
    { param },
  )
}
