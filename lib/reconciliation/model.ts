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
export const DISCREPANCY_WORDS: Record<DiscrepancyKind, string> = {
  missing_in_ledger: 'Only at Stripe',
  missing_at_stripe: 'Only in the ledger',
  other_amount: 'Different amounts',
  other_balance: 'Different balances',
}

/** What to do about each kind; shown beside the two sides, never done by itself. */
export const PROPOSALS: Record<DiscrepancyKind, string> = {
  missing_in_ledger:
    'Stripe moved this money and the ledger does not know it. Read the object again; if it was made outside Holdfast, post it with a reason.',
  missing_at_stripe:
    'The ledger has this movement and Stripe does not. Look at the object at Stripe; if it never happened, post its reverse with a reason.',
  other_amount: 'Both sides have this movement with different amounts. Post the difference with a reason.',
  other_balance:
    'The movements agree and the balance does not. Look for movements outside the period that was compared.',
}

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
const CENT_WORDS: Record<string, { comes: string; goes: string }> = {
  hold: { comes: 'Authorized', goes: 'Authorized' },
  capture: { comes: 'Captured', goes: 'Transfer to the contractor' },
  commission: { comes: 'Commission', goes: 'Commission' },
  processing_fee: { comes: 'Processing fee returned', goes: 'Stripe’s processing fee' },
  refund: { comes: 'Refund undone', goes: 'Refund to the employer' },
  refund_failed: { comes: 'Refund that failed', goes: 'Refund that failed' },
  refund_reversal: { comes: 'Taken back from the contractor for a refund', goes: 'Given to the contractor' },
  commission_returned: { comes: 'Commission', goes: 'Commission returned to the contractor' },
  recovery: { comes: 'Recovered from the contractor', goes: 'Recovery given back' },
  receivable_settled: { comes: 'Collected from the contractor', goes: 'Collection given back' },
  retransfer: { comes: 'Transfer returned', goes: 'Sent to the contractor again' },
  recovery_returned: { comes: 'Transfer returned', goes: 'Sent to the contractor again' },
  dispute_withdrawn: { comes: 'Dispute undone', goes: 'Taken by the employer’s bank' },
  dispute_reinstated: { comes: 'Given back by the employer’s bank', goes: 'Dispute undone' },
  dispute_fee: { comes: 'Dispute fee returned', goes: 'Stripe’s fee for the dispute' },
  dispute_fee_returned: { comes: 'Dispute fee returned', goes: 'Stripe’s fee for the dispute' },
  unknown: { comes: 'Only at Stripe: came in', goes: 'Only at Stripe: went out' },
}

/** A line in plain words; a code that has none yet is shown as the ledger writes it. */
export function centWords({ code, money }: Pick<CentLine, 'code' | 'money'>): string {
  const [kind = ''] = code.split(':')
  const words = Object.hasOwn(CENT_WORDS, kind) ? CENT_WORDS[kind] : undefined
  if (!words) return code.replaceAll('_', ' ')
  return money.amount < 0n ? words.goes : words.comes
}

export type EveryCentErrorCode = 'not_found' | 'stripe_unavailable'

export const EVERY_CENT_ERRORS = {
  not_found: { status: 404, message: 'This order does not exist.' },
  stripe_unavailable: {
    status: 503,
    message: 'Stripe did not answer, so its side cannot be compared just now. Reload the page to try again.',
  },
} as const satisfies ErrorTable<EveryCentErrorCode>
