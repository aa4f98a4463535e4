import type { MessageKey } from '../i18n/messages.ts'
import type { Money } from '../money.ts'
import type { ErrorTable } from '../result.ts'

export type DiscrepancyKind = 'missing_in_ledger' | 'missing_at_stripe' | 'other_amount' | 'other_balance'

/** A difference, in minor units. `account` is '' for the platform's balance, else an account id of Stripe's. */
export type Difference = {
  kind: DiscrepancyKind
  subject: string
  account: string
  currency: string
  ledgerAmount: bigint
  stripeAmount: bigint
}

/** A difference as admins see it: since when, until when, and what is proposed. */
export type DiscrepancyView = Difference & {
  id: string
  proposal: string
  firstSeenAt: Date
  resolvedAt: Date | null
}

/** What each kind is called. */
export const DISCREPANCY_WORDS = {
  missing_in_ledger: 'reconciliation.k_missing_in_ledger',
  missing_at_stripe: 'reconciliation.k_missing_at_stripe',
  other_amount: 'reconciliation.k_other_amount',
  other_balance: 'reconciliation.k_other_balance',
} as const satisfies Record<DiscrepancyKind, MessageKey>

/** What to do about each kind; shown beside the two sides, never done by itself. */
export const PROPOSALS = {
  missing_in_ledger: 'reconciliation.p_missing_in_ledger',
  missing_at_stripe: 'reconciliation.p_missing_at_stripe',
  other_amount: 'reconciliation.p_other_amount',
  other_balance: 'reconciliation.p_other_balance',
} as const satisfies Record<DiscrepancyKind, MessageKey>

/** One movement of an order's money: what it is, and under which id each of the three books has it. */
export type CentLine = {
  /** The ledger's code of the fact; `unknown` for what only Stripe has. */
  code: string
  /** As the platform's balance sees it: what leaves it is negative. For a hold, what is held. */
  money: Money
  stripeId: string
  ledgerTransactionId: string | null
  /** Null for a hold, which moves nothing, and where Stripe has no movement to show. */
  balanceTransactionId: string | null
  agrees: boolean
  at: Date
}

/** What a fact is called, by the ledger's code and whether money came or went. */
const CENT_WORDS: Record<string, { comes: MessageKey; goes: MessageKey }> = {
  hold: { comes: 'reconciliation.c_authorized', goes: 'reconciliation.c_authorized' },
  capture: { comes: 'reconciliation.c_captured', goes: 'reconciliation.c_transfer' },
  commission: { comes: 'reconciliation.c_commission', goes: 'reconciliation.c_commission' },
  processing_fee: { comes: 'reconciliation.c_feeReturned', goes: 'reconciliation.c_fee' },
  refund: { comes: 'reconciliation.c_refundUndone', goes: 'reconciliation.c_refund' },
  refund_failed: { comes: 'reconciliation.c_refundFailed', goes: 'reconciliation.c_refundFailed' },
  refund_reversal: { comes: 'reconciliation.c_takenForRefund', goes: 'reconciliation.c_givenToContractor' },
  commission_returned: { comes: 'reconciliation.c_commission', goes: 'reconciliation.c_commissionReturned' },
  recovery: { comes: 'reconciliation.c_recovered', goes: 'reconciliation.c_recoveryGivenBack' },
  receivable_settled: { comes: 'reconciliation.c_collected', goes: 'reconciliation.c_collectionGivenBack' },
  retransfer: { comes: 'reconciliation.c_transferReturned', goes: 'reconciliation.c_sentAgain' },
  recovery_returned: { comes: 'reconciliation.c_transferReturned', goes: 'reconciliation.c_sentAgain' },
  dispute_withdrawn: { comes: 'reconciliation.c_disputeUndone', goes: 'reconciliation.c_disputeTaken' },
  dispute_reinstated: { comes: 'reconciliation.c_disputeGivenBack', goes: 'reconciliation.c_disputeUndone' },
  dispute_fee: { comes: 'reconciliation.c_disputeFeeReturned', goes: 'reconciliation.c_disputeFee' },
  dispute_fee_returned: { comes: 'reconciliation.c_disputeFeeReturned', goes: 'reconciliation.c_disputeFee' },
  correction: { comes: 'reconciliation.c_correction', goes: 'reconciliation.c_correction' },
  unknown: { comes: 'reconciliation.c_onlyStripeIn', goes: 'reconciliation.c_onlyStripeOut' },
}

/** The message of a line; a code that has none yet is given as the ledger writes it, which `say` leaves as it is. */
export function centWords({ code, money }: Pick<CentLine, 'code' | 'money'>): string {
  const [kind = ''] = code.split(':')
  const words = Object.hasOwn(CENT_WORDS, kind) ? CENT_WORDS[kind] : undefined
  if (!words) return code.replaceAll('_', ' ')
  return money.amount < 0n ? words.goes : words.comes
}

export type EveryCentErrorCode = 'not_found' | 'stripe_unavailable'

export const EVERY_CENT_ERRORS = {
  not_found: { status: 404, message: 'reconciliation.notFound' },
  stripe_unavailable: { status: 503, message: 'reconciliation.stripeUnavailable' },
} as const satisfies ErrorTable<EveryCentErrorCode>
