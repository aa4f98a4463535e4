import type { Currency } from '../currencies.ts'
import type { RecoveryStatus } from '../recoveries/model.ts'
import type { RetransferView } from '../retransfers/model.ts'

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'destructive'
type StatusWords = { label: string; tone: Tone; rank: number; isAnswerable: boolean }

/**
 * Stripe's words for where a dispute stands (https://docs.stripe.com/api/disputes/object). `rank` is how far along it is; an inquiry that
 * the bank was not content with becomes a dispute. `isAnswerable`: evidence is waited for until the deadline.
 */
const STATUS_WORDS: Record<string, StatusWords> = {
  warning_needs_response: { label: 'Inquiry: needs an answer', tone: 'warning', rank: 0, isAnswerable: true },
  warning_under_review: { label: 'Inquiry: answered', tone: 'info', rank: 1, isAnswerable: false },
  warning_closed: { label: 'Inquiry: closed', tone: 'neutral', rank: 2, isAnswerable: false },
  needs_response: { label: 'Needs evidence', tone: 'destructive', rank: 3, isAnswerable: true },
  under_review: { label: 'With the bank', tone: 'info', rank: 4, isAnswerable: false },
  won: { label: 'Won', tone: 'success', rank: 5, isAnswerable: false },
  lost: { label: 'Lost', tone: 'destructive', rank: 5, isAnswerable: false },
  prevented: { label: 'Prevented', tone: 'success', rank: 5, isAnswerable: false },
  appeal_needs_response: { label: 'Appeal: needs an answer', tone: 'warning', rank: 5, isAnswerable: true },
  appeal_under_review: { label: 'Appeal: with the bank', tone: 'info', rank: 5, isAnswerable: false },
}

/** A status in plain words; one that is new to us is shown as Stripe writes it. */
export function disputeStatusWords(status: string): StatusWords {
  const known = Object.hasOwn(STATUS_WORDS, status) ? STATUS_WORDS[status] : undefined
  return known ?? { label: status.replaceAll('_', ' '), tone: 'neutral', rank: 5, isAnswerable: false }
}

/** Whether the bank only asks yet, and no money is taken. */
export const isInquiry = (status: string): boolean => status.startsWith('warning_')

const REASON_WORDS: Record<string, string> = {
  bank_cannot_process: 'The bank could not process the payment',
  check_returned: 'The payment was returned',
  credit_not_processed: 'A refund that was promised did not come',
  customer_initiated: 'The employer asked their bank',
  debit_not_authorized: 'The debit was not authorized',
  duplicate: 'Charged twice',
  fraudulent: 'The cardholder says they did not pay this',
  general: 'No reason was given',
  incorrect_account_details: 'Wrong account details',
  insufficient_funds: 'Not enough money on the account',
  noncompliant: 'A rule of the card network was broken',
  product_not_received: 'The work was not received',
  product_unacceptable: 'The work was not as agreed',
  subscription_canceled: 'A subscription was canceled before',
  unrecognized: 'The cardholder does not recognize the payment',
}

/** Why the bank says that it asks for the money, in plain words. */
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
