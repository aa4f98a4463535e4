import { z } from 'zod'
import { reasonOfRecord } from '../reason-of-record.ts'
import type { ErrorTable } from '../result.ts'

/** What can be done about an asked correction. */
export const correctInput = z.object({
  discrepancyId: z.string().max(40),
  /** Both sides as they were shown: if one has changed since, nothing is posted. */
  ledgerAmount: z.coerce.bigint(),
  stripeAmount: z.coerce.bigint(),
  reason: reasonOfRecord,
})
export type CorrectInput = z.output<typeof correctInput>

export const decideCorrectionInput = z.object({
  correctionId: z.string().max(40),
  decision: z.enum(['apply', 'decline']),
})
export type DecideCorrectionInput = z.output<typeof decideCorrectionInput>

export type CorrectionErrorCode =
  | 'not_found'
  | 'gone'
  | 'facts_changed'
  | 'already_asked'
  | 'already_decided'
  | 'own_request'
  | 'stripe_unavailable'

export const CORRECTION_ERRORS = {
  not_found: { status: 404, message: 'corrections.notFound' },
  gone: { status: 409, message: 'corrections.gone' },
  facts_changed: { status: 409, message: 'corrections.factsChanged' },
  already_asked: { status: 409, message: 'corrections.alreadyAsked' },
  already_decided: { status: 409, message: 'corrections.alreadyDecided' },
  own_request: { status: 403, message: 'corrections.ownRequest' },
  stripe_unavailable: { status: 503, message: 'corrections.stripeUnavailable' },
} as const satisfies ErrorTable<CorrectionErrorCode>

/** A correction as admins see it beside its difference. */
export type CorrectionView = {
  id: string
  status: 'asked' | 'applied' | 'declined'
  reason: string
  requestedBy: string
  isOwn: boolean
  decidedBy: string | null
}
