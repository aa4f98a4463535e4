import { z } from 'zod'
import type { ErrorTable } from '../result.ts'

/** Stripe takes so many characters of one field. https://docs.stripe.com/api/disputes/update */
const EVIDENCE_CHARS_MAX = 20_000

const words = (max = 200) => z.string().trim().max(max, `At most ${max} characters.`).default('')

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

export const saveEvidenceInput = z
  .object({ disputeId: z.string().max(40) })
  .and(evidenceWords)
  .refine(({ disputeId: _, ...evidence }) => Object.values(evidence).some(text => text !== ''), {
    path: ['story'],
    message: 'Write something: the bank decides by what it reads here.',
  })
export type SaveEvidenceInput = z.output<typeof saveEvidenceInput>

/** `version`: which saving was read, so that nothing else is sent. */
export const submitEvidenceInput = z.object({
  disputeId: z.string().max(40),
  version: z.coerce.number().int().min(1),
  once: z.literal('on', 'Tick the box: what is sent cannot be changed or added to.'),
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
  not_found: { status: 404, message: 'This dispute does not exist.' },
  not_answerable: {
    status: 409,
    message:
      'The bank does not wait for an answer any more. Reload the page to see where the dispute stands.',
  },
  already_sent: { status: 409, message: 'The evidence is on its way to the bank and cannot be changed.' },
  changed: {
    status: 409,
    message: 'The evidence was saved anew since you read it. Read it again, then send it.',
  },
  refused: {
    status: 422,
    message: 'Stripe did not take the evidence. Shorten or correct it, save it, and send it again.',
  },
  stripe_unavailable: {
    status: 202,
    message: 'Stripe has not answered yet. We go on by ourselves; this page shows when it is sent.',
  },
} as const satisfies ErrorTable<EvidenceErrorCode>
