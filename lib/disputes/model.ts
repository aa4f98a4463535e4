import type { Currency } from '../currencies.ts'
import type { MessageKey } from '../i18n/messages.ts'
import type { RecoveryStatus } from '../recoveries/model.ts'
import type { RetransferView } from '../retransfers/model.ts'

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'destructive'
/** `label` is a message, or the status as Stripe writes it where it is new to us: `say` reads both. */
type StatusWords = { label: string; tone: Tone; rank: number; isAnswerable: boolean }

/**
 * Stripe's words for where a dispute stands (https://docs.stripe.com/api/disputes/object). `rank` is how far along it is; an inquiry that
 * the bank was not content with becomes a dispute. `isAnswerable`: evidence is waited for until the deadline.
 */
const STATUS_WORDS = {
  warning_needs_response: {
    label: 'disputes.s_warning_needs_response',
    tone: 'warning',
    rank: 0,
    isAnswerable: true,
  },
  warning_under_review: {
    label: 'disputes.s_warning_under_review',
    tone: 'info',
    rank: 1,
    isAnswerable: false,
  },
  warning_closed: { label: 'disputes.s_warning_closed', tone: 'neutral', rank: 2, isAnswerable: false },
  needs_response: { label: 'disputes.s_needs_response', tone: 'destructive', rank: 3, isAnswerable: true },
  under_review: { label: 'disputes.s_under_review', tone: 'info', rank: 4, isAnswerable: false },
  won: { label: 'disputes.s_won', tone: 'success', rank: 5, isAnswerable: false },
  lost: { label: 'disputes.s_lost', tone: 'destructive', rank: 5, isAnswerable: false },
  prevented: { label: 'disputes.s_prevented', tone: 'success', rank: 5, isAnswerable: false },
  appeal_needs_response: {
    label: 'disputes.s_appeal_needs_response',
    tone: 'warning',
    rank: 5,
    isAnswerable: true,
  },
  appeal_under_review: {
    label: 'disputes.s_appeal_under_review',
    tone: 'info',
    rank: 5,
    isAnswerable: false,
  },
} as const satisfies Record<string, StatusWords & { label: MessageKey }>

/** A status in words; one that is new to us is shown as Stripe writes it. */
export function disputeStatusWords(status: string): StatusWords {
  const known = Object.hasOwn(STATUS_WORDS, status)
    ? STATUS_WORDS[status as keyof typeof STATUS_WORDS]
    : undefined
  return known ?? { label: status.replaceAll('_', ' '), tone: 'neutral', rank: 5, isAnswerable: false }
}

/** Whether the bank only asks yet, and no money is taken. */
export const isInquiry = (status: string): boolean => status.startsWith('warning_')

const REASON_WORDS: Record<string, MessageKey> = {
  bank_cannot_process: 'disputes.r_bank_cannot_process',
  check_returned: 'disputes.r_check_returned',
  credit_not_processed: 'disputes.r_credit_not_processed',
  customer_initiated: 'disputes.r_customer_initiated',
  debit_not_authorized: 'disputes.r_debit_not_authorized',
  duplicate: 'disputes.r_duplicate',
  fraudulent: 'disputes.r_fraudulent',
  general: 'disputes.r_general',
  incorrect_account_details: 'disputes.r_incorrect_account_details',
  insufficient_funds: 'disputes.r_insufficient_funds',
  noncompliant: 'disputes.r_noncompliant',
  product_not_received: 'disputes.r_product_not_received',
  product_unacceptable: 'disputes.r_product_unacceptable',
  subscription_canceled: 'disputes.r_subscription_canceled',
  unrecognized: 'disputes.r_unrecognized',
}

/** The message of why the bank says that it asks for the money; a reason that is new to us as Stripe writes it. `say` reads both. */
export function disputeReasonWords(reason: string): string {
  const known = Object.hasOwn(REASON_WORDS, reason) ? REASON_WORDS[reason] : undefined
  return known ?? reason.replaceAll('_', ' ')
}

/** A dispute as an admin sees it; amounts in minor units. */
export type DisputeView = {
  id: string
  stripeDisputeId: string
  order: { id: string; number: number; title: string }
  contractor: { userId: string; displayName: string }
  amount: bigint
  currency: Currency
  reason: string
  status: string
  evidenceDueAt: Date | null
  amountWithdrawn: bigint
  /** What Stripe keeps for the dispute: its fee, less what of it came back. */
  fee: bigint
  amountReinstated: bigint
  recovery: { amount: bigint; amountCollected: bigint; status: RecoveryStatus } | null
  /** What is sent to the contractor again of it. */
  givenBack: RetransferView | null
  openedAt: Date
}
