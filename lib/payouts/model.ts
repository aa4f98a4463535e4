import { z } from 'zod'
import { CURRENCIES, type Currency } from '../currencies.ts'
import type { MessageKey } from '../i18n/messages.ts'
import type { Money } from '../money.ts'
import { requestKey } from '../request-key.ts'
import type { ErrorTable } from '../result.ts'

export type BalanceErrorCode = 'account_not_open' | 'account_gone' | 'stripe_unavailable'

export const BALANCE_ERRORS = {
  account_not_open: {
    status: 409,
    message: 'payoutModel.accountNotOpenBalance',
  },
  account_gone: { status: 409, message: 'requirements.stripeClosed' },
  stripe_unavailable: {
    status: 503,
    message: 'payoutModel.noBalanceNow',
  },
} as const satisfies ErrorTable<BalanceErrorCode>

/** What Stripe's types of balance transactions mean to a contractor, for money that comes and money that goes. */
const MOVEMENT_WORDS: Record<string, { comes: MessageKey; goes: MessageKey }> = {
  payment: { comes: 'balance.movement_paid', goes: 'balance.movement_takenBack' },
  charge: { comes: 'balance.movement_paid', goes: 'balance.movement_takenBack' },
  transfer: { comes: 'balance.movement_transferred', goes: 'balance.movement_takenBack' },
  transfer_refund: { comes: 'balance.movement_transferReturned', goes: 'balance.movement_transferTaken' },
  payment_refund: { comes: 'balance.movement_refundUndone', goes: 'balance.movement_takenForRefund' },
  refund: { comes: 'balance.movement_refundUndone', goes: 'balance.movement_takenForRefund' },
  payment_failure_refund: {
    comes: 'balance.movement_failedRefundBack',
    goes: 'balance.movement_failedPayment',
  },
  refund_failure: { comes: 'balance.movement_failedRefundBack', goes: 'balance.movement_failedRefund' },
  stripe_balance_payment_debit: { comes: 'balance.movement_debitUndone', goes: 'balance.movement_takenBack' },
  stripe_balance_payment_debit_reversal: {
    comes: 'balance.movement_debitUndone',
    goes: 'balance.movement_debitUndone',
  },
  application_fee_refund: {
    comes: 'balance.movement_commissionReturned',
    goes: 'balance.movement_commission',
  },
  adjustment: { comes: 'balance.movement_correctionFor', goes: 'balance.movement_correction' },
  payout: { comes: 'balance.movement_payoutReturned', goes: 'balance.movement_paidOut' },
  payout_cancel: { comes: 'balance.movement_payoutCanceled', goes: 'balance.movement_payoutCanceled' },
  payout_failure: { comes: 'balance.movement_failedPayoutBack', goes: 'balance.movement_failedPayout' },
  stripe_fee: { comes: 'balance.movement_feeReturned', goes: 'balance.movement_fee' },
}

/** One movement in plain words, from Stripe's type and the sign of what moved (net, minor units). */
export function movementWords(type: string, net: bigint): MessageKey {
  const known = Object.hasOwn(MOVEMENT_WORDS, type) ? MOVEMENT_WORDS[type] : undefined
  const words: { comes: MessageKey; goes: MessageKey } = known ?? {
    comes: 'balance.movement_otherIn',
    goes: 'balance.movement_otherOut',
  }
  return net < 0n ? words.goes : words.comes
}

/** What is sent to a contractor again, by what had taken it. At Stripe it is a transfer like any other. */
export const GIVEN_BACK_WORDS = {
  refund: 'balance.movement_refundDidNotReach',
  recovery: 'balance.movement_yoursAfterAll',
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
    message: 'payoutModel.accountNotOpen',
  },
  amount_invalid: {
    status: 422,
    message: 'payoutModel.amountInvalid',
  },
  amount_uneven: {
    status: 422,
    message: 'payoutModel.amountUneven',
  },
  balance_short: {
    status: 409,
    message: 'payoutModel.balanceShort',
  },
  debt_first: {
    status: 409,
    message: 'payoutModel.debtFirst',
  },
  stripe_unavailable: {
    status: 503,
    message: 'payoutModel.stripeUnavailable',
  },
  no_bank_account: {
    status: 409,
    message: 'payoutModel.noBankAccount',
  },
  payouts_paused: {
    status: 409,
    message: 'payoutModel.payoutsPaused',
  },
  paused_by_us: { status: 409, message: 'console.payoutsPausedByUs' },
  request_key_reused: {
    status: 409,
    message: 'payoutModel.amountReused',
  },
  refused_by_stripe: {
    status: 409,
    message: 'payoutModel.refused',
  },
  processing: {
    status: 202,
    message: 'payoutModel.processing',
  },
} as const satisfies ErrorTable<PayoutErrorCode>
