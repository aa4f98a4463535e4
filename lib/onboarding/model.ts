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
  accept: z.literal('yes', 'Tick the box: nothing is accepted on your behalf.'),
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

const account = {
  account_not_open: {
    status: 409,
    message:
      'Your account at Stripe is still being opened. Nothing is wrong with what you entered; try again in a moment.',
  },
  stripe_unavailable: {
    status: 503,
    message: 'Stripe did not answer. What you sent is safe to send again; try again in a minute.',
  },
} as const

export type AccountErrorCode = keyof typeof account | 'account_refused'
export const ACCOUNT_ERRORS = {
  ...account,
  account_refused: {
    status: 502,
    message:
      'Stripe did not let us open your account. Write to us; nothing you can enter here would change it.',
  },
} as const satisfies ErrorTable<AccountErrorCode>

export type TermsErrorCode = keyof typeof account | 'terms_refused' | 'address_unknown'
export const TERMS_ERRORS = {
  ...account,
  terms_refused: {
    status: 502,
    message: 'Stripe did not take your acceptance. It is kept with us; write to us to have it settled.',
  },
  address_unknown: {
    status: 400,
    message:
      'We could not see from which internet address you accept, and Stripe needs it. Try another connection.',
  },
} as const satisfies ErrorTable<TermsErrorCode>

export type BankErrorCode = keyof typeof account | 'bank_refused' | 'bank_token_used'
export const BANK_ERRORS = {
  ...account,
  bank_refused: {
    status: 422,
    message:
      'Stripe did not accept this bank account. Check country, currency and numbers, and enter it again.',
  },
  bank_token_used: { status: 409, message: 'This entry was already used. Enter the bank account again.' },
} as const satisfies ErrorTable<BankErrorCode>
