import { z } from 'zod'
import { requestKey } from '../request-key.ts'
import type { ErrorTable } from '../result.ts'
import type { ErrorWords } from './error-words.ts'

/** Versions of the two texts; a new version is accepted anew. */
export const TERMS = {
  stripe_connected_account: { version: '2025-11', url: 'https://stripe.com/connect-account/legal/full' },
  holdfast_contractor: { version: '2026-11-22', url: '/onboarding/terms' },
} as const
export const STRIPE_PRIVACY_URL = 'https://stripe.com/privacy'
export type TermsDocument = keyof typeof TERMS

const nameList = z.array(z.string())
const documentFiles = z.object({
  front: z.string().nullable(),
  back: z.string().nullable(),
  detailsCode: z.string().nullable(),
})

/** What the `requirements` column of a ConnectedAccount holds: Stripe's answer, in our shape. */
export const accountRequirements = z.object({
  currentlyDue: nameList.default([]),
  pastDue: nameList.default([]),
  eventuallyDue: nameList.default([]),
  pendingVerification: nameList.default([]),
  errors: z.array(z.object({ requirement: z.string(), code: z.string() })).default([]),
  alternatives: z.array(z.object({ instead: nameList, of: nameList })).default([]),
  deadlineAt: z.number().nullable().default(null),
  disabledReason: z.string().nullable().default(null),
  future: z
    .object({ currentlyDue: nameList, deadlineAt: z.number().nullable() })
    .default({ currentlyDue: [], deadlineAt: null }),
  verification: z
    .object({
      status: z.enum(['unverified', 'pending', 'verified']),
      detailsCode: z.string().nullable(),
      identity: documentFiles,
      additional: documentFiles,
    })
    .nullable()
    .default(null),
  termsAcceptedAt: z.iso.datetime().nullable().default(null),
  bankStatus: z.string().nullable().default(null),
})
export type AccountRequirements = z.output<typeof accountRequirements>

export const STEPS = ['terms', 'details', 'bank', 'identity', 'additional'] as const
export type StepId = (typeof STEPS)[number]

/** `todo`: the contractor must act. `rejected`: must act again. `checking`: Stripe is at it. */
export type StepState = 'todo' | 'rejected' | 'checking' | 'done'
export type Step = { id: StepId; state: StepState; needs: string[]; problems: ErrorWords[] }

/** The account as a whole. `blocked`: Stripe or the platform has stopped it and the contractor cannot change that here. */
export type Standing = 'not_open' | 'action_needed' | 'checking' | 'verified' | 'blocked'

export const DOCUMENT_TYPES = {
  passport: { name: 'Passport', sides: ['front'], kinds: ['identity', 'additional'] },
  id_card: { name: 'ID card', sides: ['front', 'back'], kinds: ['identity', 'additional'] },
  driving_licence: { name: 'Driving licence', sides: ['front', 'back'], kinds: ['identity', 'additional'] },
  proof_of_address: { name: 'Proof of address', sides: ['front'], kinds: ['additional'] },
} as const satisfies Record<string, { name: string; sides: readonly string[]; kinds: readonly string[] }>
export type DocumentType = keyof typeof DOCUMENT_TYPES
export type DocumentKind = 'identity' | 'additional'
export type DocumentSide = 'front' | 'back'

/** The sides Stripe wants of a document: an additional one is its front only. */
export function sidesOf(kind: DocumentKind, type: DocumentType): readonly DocumentSide[] {
  return kind === 'additional' ? ['front'] : DOCUMENT_TYPES[type].sides
}

export const DOCUMENT_BYTES_MAX = 10 * 1024 * 1024
export const DOCUMENT_SIDE_PIXELS_MAX = 8000
export const DOCUMENT_SIDE_PIXELS_MIN = 200

export const acceptTermsInput = z.object({
  accept: z.literal('on', 'Tick the box: nothing is accepted on your behalf.'),
})

export const submitDocumentInput = z
  .object({
    requestKey,
    kind: z.enum(['identity', 'additional']),
    type: z.enum(['passport', 'id_card', 'driving_licence', 'proof_of_address']),
    side: z.enum(['front', 'back']),
  })
  .refine(({ kind, type }) => (DOCUMENT_TYPES[type].kinds as readonly string[]).includes(kind), {
    message: 'A proof of address is not an identity document.',
  })
  .refine(({ kind, type, side }) => sidesOf(kind, type).includes(side), {
    message: 'This document has no such side.',
  })
export type SubmitDocumentInput = z.output<typeof submitDocumentInput>

/** After an upload: whether Stripe has the whole document, or which side it waits for. */
export type DocumentOutcome = { attached: boolean; missingSide: DocumentSide | null }

export const addBankAccountInput = z.object({
  bankToken: z.string().regex(/^btok_[A-Za-z0-9_]{6,80}$/, 'Enter the bank account again.'),
})

export type DocumentErrorCode =
  | 'account_not_open'
  | 'stripe_unavailable'
  | 'not_needed'
  | 'too_many_uploads'
  | 'too_many_at_once'
  | 'upload_cut_off'
  | 'empty_file'
  | 'too_large'
  | 'type_unknown'
  | 'type_not_allowed'
  | 'heic_not_allowed'
  | 'pdf_not_allowed'
  | 'pdf_broken'
  | 'pdf_locked'
  | 'image_broken'
  | 'too_many_pixels'
  | 'too_few_pixels'
  | 'not_in_colour'
  | 'same_file_again'
  | 'same_front_and_back'
  | 'other_file_same_key'
  | 'document_refused'

/** One sentence for each reason that a document is not taken. Said by the browser before sending, and by the server. */
export const DOCUMENT_ERRORS = {
  account_not_open: {
    status: 409,
    message: 'Your account at Stripe is still being opened. Send the document again in a moment.',
  },
  stripe_unavailable: {
    status: 503,
    message: 'Stripe did not answer. Send the same file again in a minute.',
  },
  not_needed: { status: 409, message: 'This document is already with Stripe; there is nothing to send now.' },
  too_many_uploads: {
    status: 429,
    message: 'You have sent many files within an hour. Wait an hour, then try again.',
  },
  too_many_at_once: { status: 429, message: 'Another upload is still running. Wait for it, then try again.' },
  upload_cut_off: {
    status: 400,
    message: 'The upload was cut off before the file was whole. Send it again.',
  },
  empty_file: { status: 400, message: 'This file is empty. Choose the photo again.' },
  too_large: { status: 413, message: 'This file is larger than 10 MB. Choose a smaller photo or scan.' },
  type_unknown: {
    status: 415,
    message:
      'This is not a photo, whatever its name says. Send a JPEG or PNG file as your camera or scanner made it.',
  },
  type_not_allowed: {
    status: 415,
    message: 'Stripe takes JPEG and PNG only, and this is another kind of file. Save it as JPEG or PNG.',
  },
  heic_not_allowed: {
    status: 415,
    message:
      'This is an HEIC photo, which Stripe does not take. Export it as JPEG, or set the camera to JPEG.',
  },
  pdf_not_allowed: {
    status: 415,
    message: 'An identity document cannot be a PDF. Take a photo of the document itself, as JPEG or PNG.',
  },
  pdf_broken: { status: 422, message: 'This PDF is damaged or incomplete. Download or scan it again.' },
  pdf_locked: { status: 422, message: 'This PDF is protected by a password. Save it without one.' },
  image_broken: { status: 422, message: 'This image is damaged and cannot be opened. Take the photo again.' },
  too_many_pixels: {
    status: 422,
    message: 'This image has more than 8000 pixels on a side. Take it again with a lower camera resolution.',
  },
  too_few_pixels: {
    status: 422,
    message: 'This image is too small to read. Take a larger photo, at least 200 pixels on each side.',
  },
  not_in_colour: {
    status: 422,
    message: 'This image is black and white, and Stripe needs colour. Take a colour photo of the original.',
  },
  same_file_again: {
    status: 409,
    message: 'You have sent this very file before, and Stripe refuses a file sent twice. Take a new photo.',
  },
  same_front_and_back: {
    status: 409,
    message: 'This is the same file as the other side. Choose the photo of this side.',
  },
  other_file_same_key: {
    status: 409,
    message: 'Another file was already sent in this upload. Reload the page and start this document again.',
  },
  document_refused: {
    status: 422,
    message: 'Stripe did not take this file as a document. Take a new photo of the original and send that.',
  },
} as const satisfies ErrorTable<DocumentErrorCode>
