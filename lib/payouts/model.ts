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
