import { z } from 'zod'
import type { Currency } from '../currencies.ts'
import { requestKey } from '../request-key.ts'
import type { ErrorTable } from '../result.ts'

export const RECOVERY_REASONS = {
  refund_to_employer: 'An order was refunded to the employer',
  work_not_as_agreed: 'Work was not as agreed',
  disputed: 'The employer’s bank took the money back',
  dispute_lost: 'A card dispute was lost',
  fee_correction: 'Correction of a fee or payment',
} as const
export type RecoveryReason = keyof typeof RECOVERY_REASONS

export type RecoveryInstrument = 'transfer_reversal' | 'account_debit' | 'receivable'
/** `owed`: what the balance allows is collected by itself. `returned`: it is sent back, and the rest forgiven. */
export type RecoveryStatus = 'requested' | 'owed' | 'succeeded' | 'failed' | 'returned'
export type CollectionStatus = 'requested' | 'succeeded' | 'failed'

export const INSTRUMENT_WORDS: Record<RecoveryInstrument, string> = {
  transfer_reversal: 'Reversal of the order’s transfer',
  account_debit: 'Debit of the contractor’s Stripe account',
  receivable: 'Debt, collected from the contractor’s balance by itself',
}

/** `orderId` may be empty: then the account is debited without a transfer to reverse. */
export const recoverFromContractorInput = z.object({
  requestKey,
  contractorId: z.string().max(40),
  orderId: z
    .string()
    .max(40)
    .optional()
    .transform(value => value || null),
  amount: z.string().trim().max(20),
  currency: z.string().max(3),
  /** `auto` picks by `fittingInstrument`. */
  instrument: z.enum(['auto', 'transfer_reversal', 'account_debit', 'receivable']).default('auto'),
  reason: z.enum(Object.keys(RECOVERY_REASONS) as [RecoveryReason, ...RecoveryReason[]], 'Choose a reason.'),
  note: z.string().trim().max(500, 'At most 500 characters.').default(''),
})
export type RecoverFromContractorInput = z.output<typeof recoverFromContractorInput>

export type RecoveryView = {
  id: string
  amount: bigint
  currency: Currency
  instrument: RecoveryInstrument
  status: RecoveryStatus
  /** What has come in of it; all of it, but for a receivable that is still collected. */
  amountCollected: bigint
  reason: RecoveryReason
  note: string
  failureCode: string | null
  orderId: string | null
  orderNumber: number | null
  createdByName: string
  createdAt: Date
}

/** The most that each instrument can take. Minor units. */
export type RecoveryPreview = {
  currency: Currency
  /** What is left of the order's transfer, and how much of that the balance covers now. */
  reversible: bigint
  reversibleNow: bigint
  available: bigint
  /** The version of the terms by which the contractor consented to debits; null if none is on record. */
  consentVersion: string | null
}

/** The most that one recovery can be, in minor units: what one card payment can. */
export const RECOVERY_MAX = 99_999_999n

/** How an amount is taken: by reversing the order's transfer, else by a debit, else as a debt that is collected by itself. */
export function fittingInstrument(preview: RecoveryPreview, amount: bigint): RecoveryInstrument {
  if (preview.reversibleNow >= amount) return 'transfer_reversal'
  return preview.consentVersion && preview.available >= amount ? 'account_debit' : 'receivable'
}

export type RecoveryErrorCode =
  | 'not_found'
  | 'amount_invalid'
  | 'amount_too_large'
  | 'no_consent'
  | 'nothing_to_reverse'
  | 'balance_short'
  | 'currency_mismatch'
  | 'request_key_reused'
  | 'refused_by_stripe'
  | 'needs_second'
  | 'processing'

export const RECOVERY_ERRORS = {
  not_found: { status: 404, message: 'This contractor or order does not exist, or has no Stripe account.' },
  amount_invalid: {
    status: 422,
    message: 'Write the amount as a number, like 120 or 120.50, and more than zero.',
  },
  amount_too_large: {
    status: 422,
    message: 'This is more than can be recovered by that way. See the limits beside the form.',
  },
  no_consent: { status: 409, message: 'The contractor has not accepted the terms that allow a debit.' },
  nothing_to_reverse: {
    status: 409,
    message: 'That order’s transfer has nothing left to reverse. Debit the account instead.',
  },
  balance_short: {
    status: 409,
    message:
      'The contractor’s available balance is too short, so Stripe refused and nothing moved. Try a lesser amount, or make it a debt that is collected by itself.',
  },
  currency_mismatch: { status: 422, message: 'An account can only be debited in its own currency.' },
  request_key_reused: {
    status: 409,
    message: 'This form was already sent with other content. Reload the page to start again.',
  },
  refused_by_stripe: {
    status: 409,
    message: 'Stripe refused this recovery and nothing moved. Its reason is in the log.',
  },
  needs_second: {
    status: 409,
    message: 'This is more than you may recover alone. Ask for it, and another admin decides.',
  },
  processing: {
    status: 202,
    message: 'Stripe has not answered yet. Do not repeat it: the outcome will show here within a minute.',
  },
} as const satisfies ErrorTable<RecoveryErrorCode>
