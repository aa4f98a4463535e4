import { z } from 'zod'
import type { Currency } from '../currencies.ts'
import type { MessageKey } from '../i18n/messages.ts'
import { requestKey } from '../request-key.ts'
import type { ErrorTable } from '../result.ts'

export const RECOVERY_REASONS = {
  refund_to_employer: 'recoveries.refundedToEmployer',
  work_not_as_agreed: 'recoveries.notAsAgreed',
  disputed: 'recoveries.bankTookItBack',
  dispute_lost: 'recoveries.disputeLost',
  fee_correction: 'recoveries.feeCorrection',
} as const satisfies Record<string, MessageKey>
export type RecoveryReason = keyof typeof RECOVERY_REASONS

export type RecoveryInstrument = 'transfer_reversal' | 'account_debit' | 'receivable'
/** `owed`: what the balance allows is collected by itself. `returned`: it is sent back, and the rest forgiven. */
export type RecoveryStatus = 'requested' | 'owed' | 'succeeded' | 'failed' | 'returned'
export type CollectionStatus = 'requested' | 'succeeded' | 'failed'

export const INSTRUMENT_WORDS: Record<RecoveryInstrument, MessageKey> = {
  transfer_reversal: 'recoveries.transferReversal',
  account_debit: 'recoveries.accountDebit',
  receivable: 'recoveries.receivable',
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
  reason: z.enum(
    Object.keys(RECOVERY_REASONS) as [RecoveryReason, ...RecoveryReason[]],
    'recoveries.chooseReason',
  ),
  note: z.string().trim().max(500, 'recoveries.noteTooLong').default(''),
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
  /** Null where nobody did: Holdfast, by itself. */
  createdByName: string | null
  /** An admin may give it back: not what a bank has taken, nor what is going back already. */
  isReturnable: boolean
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
  not_found: { status: 404, message: 'recoveries.noAccount' },
  amount_invalid: {
    status: 422,
    message: 'recoveries.amountInvalid',
  },
  amount_too_large: {
    status: 422,
    message: 'recoveries.amountTooLarge',
  },
  no_consent: { status: 409, message: 'recoveries.noConsent' },
  nothing_to_reverse: {
    status: 409,
    message: 'recoveries.nothingToReverse',
  },
  balance_short: {
    status: 409,
    message: 'recoveries.balanceShort',
  },
  currency_mismatch: { status: 422, message: 'recoveries.currencyMismatch' },
  request_key_reused: {
    status: 409,
    message: 'recoveries.formReused',
  },
  refused_by_stripe: {
    status: 409,
    message: 'recoveries.refusedByStripe',
  },
  needs_second: {
    status: 409,
    message: 'recoveries.needsSecond',
  },
  processing: {
    status: 202,
    message: 'recoveries.processing',
  },
} as const satisfies ErrorTable<RecoveryErrorCode>
