import {
  DOCUMENT_TRIES_MAX,
  type DocumentKind,
  type DocumentSide,
  type DocumentType,
  type SentFile,
  sidesOf,
  type UnfinishedUpload,
} from './document-model.ts'
import { type ErrorWords, errorWords } from './error-words.ts'

type Row = {
  id: string
  kind: DocumentKind
  type: DocumentType
  side: DocumentSide
  requestKey: string
  sha256: string
  stripeFileId: string | null
  attachedAt: Date | null
  rejectedAt: Date | null
  rejectedCode: string | null
  stripePersonId: string | null
}

/** A document that Stripe refused: a submission, whatever number of sides it had. */
export type RejectedTry = { type: DocumentType; at: Date; words: ErrorWords }

export type DocumentHistory = {
  rejected: RejectedTry[]
  triesLeft: number
  unfinished: UnfinishedUpload | null
  sentFiles: SentFile[]
}

function submissionOf(row: Row): string {
  return row.requestKey.replace(/:.*$/, '')
}

/** The refused submissions of a kind, the newest first. */
function rejectedTries(rows: Row[], kind: DocumentKind): RejectedTry[] {
  const refused = rows.filter(row => row.kind === kind && row.side === 'front')
  return refused
    .flatMap(({ type, rejectedAt, rejectedCode }) =>
      rejectedAt ? [{ type, at: rejectedAt, words: errorWords(rejectedCode ?? '') }] : [],
    )
    .sort((a, b) => b.at.getTime() - a.at.getTime())
}

function unfinishedOf(rows: Row[], kind: DocumentKind): UnfinishedUpload | null {
  const [newest] = rows.filter(row => row.kind === kind).sort((a, b) => (a.id < b.id ? 1 : -1))
  if (!newest || newest.attachedAt) return null
  const requestKey = submissionOf(newest)
  const sent = rows.filter(row => submissionOf(row) === requestKey && row.stripeFileId).map(row => row.side)
  const isWhole = sent.length === sidesOf(kind, newest.type).length
  return sent.length === 0 || isWhole ? null : { requestKey, type: newest.type, sent }
}

/**
 * What our own rows say of somebody's documents of a kind: refused ones, how many more Stripe takes, and what was begun.
 * `stripePersonId` is null for the contractor's own, or those of whoever represents their company.
 */
export function documentHistory(
  all: Row[],
  kind: DocumentKind,
  stripePersonId: string | null = null,
): DocumentHistory {
  const rows = all.filter(row => row.stripePersonId === stripePersonId)
  const rejected = rejectedTries(rows, kind)
  return {
    rejected,
    triesLeft: Math.max(0, DOCUMENT_TRIES_MAX - rejected.length),
    unfinished: unfinishedOf(rows, kind),
    sentFiles: all.filter(row => row.attachedAt).map(row => ({ kind: row.kind, sha256: row.sha256 })),
  }
}
