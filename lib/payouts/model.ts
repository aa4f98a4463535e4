import { z } from 'zod'
import { CURRENCIES, type Currency } from '../currencies.ts'
import type { Money } from '../money.ts'
import { requestKey } from '../request-key.ts'
import type { ErrorTable } from '../result.ts'

export type BalanceErrorCode = 'account_not_open' | 'stripe_unavailable'

export const BALANCE_ERRORS = {
  account_not_open: {
    status: 409,
    message: 'Your account at Stripe is not open yet. Your balance appears here once it is.',
  },
  stripe_unavailable: {
    status: 503,
    message:
      'Stripe did not answer, so we cannot show your balance. Your money is safe with Stripe; try again.',
  },
} as const satisfies ErrorTable<BalanceErrorCode>

/** What Stripe's types of balance transactions mean to a contractor, for money that comes and money that goes. */
const MOVEMENT_WORDS: Record<string, { comes: string; goes: string }> = {
  payment: { comes: 'Paid for an order', goes: 'Taken back by Holdfast' },
  charge: { comes: 'Paid for an order', goes: 'Taken back by Holdfast' },
  transfer: { comes: 'Transferred to you', goes: 'Taken back by Holdfast' },
  transfer_refund: { comes: 'Transfer returned to you', goes: 'Transfer taken back' },
  payment_refund: { comes: 'Refund undone', goes: 'Taken back for a refund or recovery' },
  refund: { comes: 'Refund undone', goes: 'Taken back for a refund or recovery' },
  payment_failure_refund: { comes: 'Refund that failed came back', goes: 'Payment that failed' },
  refund_failure: { comes: 'Refund that failed came back', goes: 'Refund that failed' },
  stripe_balance_payment_debit: { comes: 'Debit undone', goes: 'Taken back by Holdfast' },
  stripe_balance_payment_debit_reversal: { comes: 'Debit undone', goes: 'Debit undone' },
  application_fee_refund: { comes: 'Commission returned', goes: 'Commission' },
  adjustment: { comes: 'Correction in your favour', goes: 'Correction' },
  payout: { comes: 'Payout returned', goes: 'Paid out to your bank account' },
  payout_cancel: { comes: 'Payout canceled', goes: 'Payout canceled' },
  payout_failure: { comes: 'Payout that failed came back', goes: 'Payout that failed' },
  stripe_fee: { comes: 'Stripe fee returned', goes: 'Stripe fee' },
}

/** One movement in plain words, from Stripe's type and the sign of what moved (net, minor units). */
export function movementWords(type: string, net: bigint): string {
  const known = Object.hasOwn(MOVEMENT_WORDS, type) ? MOVEMENT_WORDS[type] : undefined
  const words = known ?? { comes: 'Other money in', goes: 'Other money out' }
  return net < 0n ? words.goes : words.comes
}

/** What is sent to a contractor again, by what had taken it. At Stripe it is a transfer like any other. */
export const GIVEN_BACK_WORDS = {
  refund: 'Given back: a refund did not reach the employer',
  recovery: 'Given back: what was taken is yours after all',
} as const

export const PAYOUT_STATUSES = ['requested', 'pending', 'in_transit', 'paid', 'failed', 'canceled'] as const
export type PayoutStatus = (typeof PAYOUT_STATUSES)[number]

/** `amount` as typed by the contractor. */
export const requestPayoutInput = z.object({
  requestKey,
  amount: z.string().trim().max(20),
  currency: z.string().max(3),
})
export type RequestPayoutInput = z.output<typeof requestPayoutInput>

/** The most of an amount that Stripe pays out: some currencies leave in whole ones only. */
export function mostPayable({ amount, currency }: Money): Money {
  return { amount: amount - (amount % CURRENCIES[currency].payoutStep), currency }
}

/** What a page knows of a payout. Amounts in minor units; below zero for money that Stripe took from the bank. */
export type PayoutView = {
  id: string
  amount: bigint
  currency: Currency
  status: PayoutStatus
  /** Made by Stripe's schedule, not asked for. */
  isAutomatic: boolean
  arrivalOn: Date | null
  bankName: string | null
  bankLast4: string | null
  /** What the bank can find it by. */
  traceId: string | null
  /** Stripe's code; see payoutFailure. */
  failureCode: string | null
  /** Whether it left the balance, and whether that came back. */
  hasLeft: boolean
  hasReturned: boolean
  createdAt: Date
  stripePayoutId: string | null
}

export type PayoutErrorCode =
  | 'account_not_open'
  | 'amount_invalid'
  | 'amount_uneven'
  | 'balance_short'
  | 'debt_first'
  | 'stripe_unavailable'
  | 'no_bank_account'
  | 'payouts_paused'
  | 'paused_by_us'
  | 'request_key_reused'
  | 'refused_by_stripe'
  | 'processing'

export const PAYOUT_ERRORS = {
  account_not_open: {
    status: 409,
    message: 'Your account at Stripe is not open yet, so nothing can be paid out.',
  },
  amount_invalid: {
    status: 422,
    message: 'Write the amount as a number, like 120 or 120.50, and more than zero.',
  },
  amount_uneven: {
    status: 422,
    message:
      'Banks take this currency in whole ones only. Leave the decimals away; the rest stays for the next payout.',
  },
  balance_short: {
    status: 409,
    message: 'That much is not available any more, so nothing was paid out. The figures above are as of now.',
  },
  debt_first: {
    status: 409,
    message:
      'You owe Holdfast money that is taken from this balance by itself, so nothing was paid out. ' +
      'What is left beyond the debt can be paid out.',
  },
  stripe_unavailable: {
    status: 503,
    message: 'Stripe did not answer, so nothing was paid out. Try again in a minute.',
  },
  no_bank_account: {
    status: 409,
    message: 'There is no bank account in this currency to pay out to. Add one under Verification.',
  },
  payouts_paused: {
    status: 409,
    message: 'Stripe has paused your payouts until something is settled. See Verification for what it asks.',
  },
  paused_by_us: { status: 409, message: 'console.payoutsPausedByUs' },
  request_key_reused: {
    status: 409,
    message: 'This form was already sent with another amount. Reload the page to start again.',
  },
  refused_by_stripe: {
    status: 409,
    message: 'Stripe refused this payout, and nothing left your balance. Its reason is in the list below.',
  },
  processing: {
    status: 202,
    message: 'Stripe has not answered yet. Do not repeat it: the outcome shows below within a minute.',
  },
} as const satisfies ErrorTable<PayoutErrorCode>
