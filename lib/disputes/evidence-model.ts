import { z } from 'zod'
import { message } from '../i18n/message.ts'
import type { Money } from '../money.ts'
import type { ErrorTable } from '../result.ts'
import type { Role } from '../users/model.ts'

/** Stripe takes so many characters of one field. https://docs.stripe.com/api/disputes/update */
const EVIDENCE_CHARS_MAX = 20_000

const words = (max = 200) => z.string().trim().max(max, message('evidence.tooLong', { max })).default('')

/** What an admin writes to the bank. Everything may be left out, but not everything at once. */
export const evidenceWords = z.object({
  productDescription: words(EVIDENCE_CHARS_MAX),
  customerName: words(),
  customerEmail: words(254),
  customerIp: words(60),
  serviceDate: words(),
  refundPolicy: words(EVIDENCE_CHARS_MAX),
  story: words(EVIDENCE_CHARS_MAX),
})
export type Evidence = z.output<typeof evidenceWords>

/** What an order tells a bank: what was agreed, who paid from where, what was done when, and what was said. */
export type EvidenceFacts = {
  title: string
  description: string
  price: Money
  orderedAt: Date
  deliveredAt: Date | null
  contractorName: string
  employerName: string
  employerEmail: string
  /** Where the payment was confirmed from, as the audit log has it; empty where it does not. */
  ip: string
  /** `kind` is that of the order's event; `byItself` where nobody did it. */
  steps: { at: Date; kind: string; byItself: boolean; note: string }[]
  messages: { at: Date; role: Role; text: string; fileNames: string[] }[]
}

export const saveEvidenceInput = z
  .object({ disputeId: z.string().max(40) })
  .and(evidenceWords)
  .refine(({ disputeId: _, ...evidence }) => Object.values(evidence).some(text => text !== ''), {
    path: ['story'],
    message: 'evidence.empty',
  })
export type SaveEvidenceInput = z.output<typeof saveEvidenceInput>

/** `version`: which saving was read, so that nothing else is sent. */
export const submitEvidenceInput = z.object({
  disputeId: z.string().max(40),
  version: z.coerce.number().int().min(1),
  once: z.literal('on', 'evidence.tick'),
})
export type SubmitEvidenceInput = z.output<typeof submitEvidenceInput>

export type EvidenceView = {
  status: 'draft' | 'requested' | 'sent'
  version: number
  words: Evidence
  /** Whether Stripe refused it when it was last sent. */
  wasRefused: boolean
  sentAt: Date | null
}

export type EvidenceErrorCode =
  | 'not_found'
  | 'not_answerable'
  | 'already_sent'
  | 'changed'
  | 'refused'
  | 'stripe_unavailable'

export const EVIDENCE_ERRORS = {
  not_found: { status: 404, message: 'evidence.not_found' },
  not_answerable: { status: 409, message: 'evidence.not_answerable' },
  already_sent: { status: 409, message: 'evidence.already_sent' },
  changed: { status: 409, message: 'evidence.changed' },
  refused: { status: 422, message: 'evidence.refused' },
  stripe_unavailable: { status: 202, message: 'evidence.stripe_unavailable' },
} as const satisfies ErrorTable<EvidenceErrorCode>
