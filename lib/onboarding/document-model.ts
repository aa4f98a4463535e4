import type { MessageKey } from '../i18n/messages.ts'

export const DOCUMENT_TYPES = {
  passport: { name: 'verifying.passport', sides: ['front'], kinds: ['identity', 'additional'] },
  id_card: { name: 'verifying.idCard', sides: ['front', 'back'], kinds: ['identity', 'additional'] },
  driving_licence: {
    name: 'verifying.drivingLicence',
    sides: ['front', 'back'],
    kinds: ['identity', 'additional'],
  },
  proof_of_address: { name: 'verifying.proofOfAddress', sides: ['front'], kinds: ['additional'] },
  company_document: { name: 'verifying.companyDocument', sides: ['front'], kinds: ['company'] },
} as const satisfies Record<string, { name: MessageKey; sides: readonly string[]; kinds: readonly string[] }>
export type DocumentType = keyof typeof DOCUMENT_TYPES
/** What somebody shows of themselves. */
export type PersonalKind = 'identity' | 'additional'
/** And what shows that their company is registered. */
export type DocumentKind = PersonalKind | 'company'
export type DocumentSide = 'front' | 'back'

/** The sides Stripe wants of a document: an additional one is its front only. */
export function sidesOf(kind: DocumentKind, type: DocumentType): readonly DocumentSide[] {
  return kind === 'additional' ? ['front'] : DOCUMENT_TYPES[type].sides
}

/** An upload of which Stripe has a side and waits for the other: `requestKey` goes on with it, in any browser. */
export type UnfinishedUpload = { requestKey: string; type: DocumentType; sent: DocumentSide[] }

/** A file that Stripe was given, by its SHA-256 in hex. */
export type SentFile = { kind: DocumentKind; sha256: string }

/**
 * Whether Stripe would refuse this very file. The identity document may be given again as the additional one, if the
 * contractor says so; as a proof of address, or of the company, it would be a mistake.
 */
export function isSameFile(
  sent: SentFile,
  given: { kind: DocumentKind; type: DocumentType },
  sha256: string | null,
): boolean {
  return (
    sent.sha256 === sha256 &&
    (sent.kind === given.kind || given.type === 'proof_of_address' || given.kind === 'company')
  )
}

/**
 * How many refused documents of a kind Stripe takes before only its support can help. Stripe does not publish the number; ten
 * is what was seen.
 */
export const DOCUMENT_TRIES_MAX = 10

export const DOCUMENT_BYTES_MAX = 10 * 1024 * 1024
export const DOCUMENT_SIDE_PIXELS_MAX = 8000
export const DOCUMENT_SIDE_PIXELS_MIN = 200

/** After an upload: whether Stripe has the whole document, or which side it waits for. */
export type DocumentOutcome = { attached: boolean; missingSide: DocumentSide | null }
