import type { Currency } from '../currencies.ts'
import type { ErrorTable } from '../result.ts'

export const PAYMENT_STATUSES = [
  'pending',
  'requires_action',
  'requires_capture',
  'succeeded',
  'canceled',
  'failed',
] as const
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number]

/** Statuses in which a payment can still hold, or has taken, money: an order has at most one payment in these. */
export const LIVE_STATUSES = ['pending', 'requires_action', 'requires_capture', 'succeeded'] as const

/** What a page knows of a payment. Amounts in minor units of `currency`. */
export type PaymentView = {
  id: string
  status: PaymentStatus
  amount: bigint
  currency: Currency
  commissionAmount: bigint
  amountCapturable: bigint
  amountCaptured: bigint
  commissionCaptured: bigint
  /** Stripe's own `capture_before`: until when the hold stands. */
  captureBeforeAt: Date | null
  /** The day the contractor's share leaves pending. */
  availableOn: Date | null
  savedCardId: string
  card: { brand: string; last4: string }
  /** Why the last attempt was refused; a key of DECLINE_WORDS. */
  decline: DeclineReason | null
  /** A new hold that is on its way to take the place of this one. */
  renewal: Renewal | null
  amountRefunded: bigint
  amountRecovered: bigint
  createdAt: Date
}

/** A renewal that does not hold yet: Stripe has not answered, or the bank wants to check that it is the employer. */
export type Renewal = { status: 'pending' | 'requires_action'; savedCardId: string }

/** What a hold led to: `requires_action` continues in the browser with the client secret. */
export type AuthorizeOutcome =
  | { paymentId: string; status: 'held' | 'processing' }
  | { paymentId: string; status: 'requires_action'; clientSecret: string }

/** What an employer can do about a decline: groups of Stripe's decline codes (https://docs.stripe.com/declines/codes). */
export const DECLINE_WORDS = {
  insufficient_funds: 'declines.theCardDoesNotHave',
  expired_card: 'declines.theCardHasExpiredAdd',
  incorrect_details: 'declines.theBankDidNotAccept',
  lost_or_stolen: 'declines.theBankRefusesThisCard',
  authentication_failed: 'declines.theBankCouldNotConfirm',
  try_again: 'declines.theBankCouldNotAnswer',
  limit_exceeded: 'declines.theAmountIsOverA',
  not_supported: 'declines.thisCardCannotBeUsed',
  declined: 'declines.theBankDeclinedTheCard',
} as const
export type DeclineReason = keyof typeof DECLINE_WORDS

const DECLINE_REASONS: Record<string, DeclineReason> = {
  insufficient_funds: 'insufficient_funds',
  expired_card: 'expired_card',
  incorrect_cvc: 'incorrect_details',
  invalid_cvc: 'incorrect_details',
  incorrect_number: 'incorrect_details',
  invalid_number: 'incorrect_details',
  invalid_expiry_month: 'incorrect_details',
  invalid_expiry_year: 'incorrect_details',
  incorrect_zip: 'incorrect_details',
  incorrect_address: 'incorrect_details',
  lost_card: 'lost_or_stolen',
  stolen_card: 'lost_or_stolen',
  pickup_card: 'lost_or_stolen',
  restricted_card: 'lost_or_stolen',
  authentication_required: 'authentication_failed',
  payment_intent_authentication_failure: 'authentication_failed',
  authentication_not_handled: 'authentication_failed',
  processing_error: 'try_again',
  issuer_not_available: 'try_again',
  reenter_transaction: 'try_again',
  try_again_later: 'try_again',
  approve_with_id: 'try_again',
  card_velocity_exceeded: 'limit_exceeded',
  withdrawal_count_limit_exceeded: 'limit_exceeded',
  amount_too_large: 'limit_exceeded',
  card_not_supported: 'not_supported',
  currency_not_supported: 'not_supported',
  transaction_not_allowed: 'not_supported',
  service_not_allowed: 'not_supported',
  invalid_account: 'not_supported',
  new_account_information_available: 'not_supported',
}

/** Groups Stripe's decline code, or its error code where there is none, into what the employer can do. */
export function declineReason(declineCode: string | null, code: string | null): DeclineReason {
  return DECLINE_REASONS[declineCode ?? ''] ?? DECLINE_REASONS[code ?? ''] ?? 'declined'
}

export type PaymentErrorCode =
  | DeclineReason
  | 'not_found'
  | 'wrong_state'
  | 'already_held'
  | 'card_not_found'
  | 'contractor_not_payable'
  | 'amount_invalid'
  | 'amount_too_small'
  | 'amount_too_large'
  | 'hold_expired'
  | 'request_key_reused'
  | 'refused_by_stripe'
  | 'processing'

const declineErrors = Object.fromEntries(
  Object.entries(DECLINE_WORDS).map(([reason, message]) => [reason, { status: 402, message }]),
) as Record<DeclineReason, { status: number; message: string }>

export const PAYMENT_ERRORS = {
  ...declineErrors,
  not_found: { status: 404, message: 'orderModel.thisOrderDoesNotExist' },
  wrong_state: {
    status: 409,
    message: 'orderModel.theOrderHasMovedOn',
  },
  already_held: { status: 409, message: 'orderModel.theMoneyForThisOrder' },
  card_not_found: { status: 404, message: 'orderModel.thisCardIsNotAmong' },
  contractor_not_payable: {
    status: 409,
    message: 'orderModel.thisContractorCannotBePaid',
  },
  amount_invalid: { status: 422, message: 'orderModel.writeTheAmountAsA' },
  amount_too_small: {
    status: 422,
    message: 'orderModel.thisIsLessThanStripe',
  },
  amount_too_large: { status: 422, message: 'orderModel.noMoreThanTheHeld' },
  hold_expired: {
    status: 409,
    message: 'orderModel.theHoldHasEndedAnd',
  },
  request_key_reused: {
    status: 409,
    message: 'orderModel.thisFormWasAlreadySent',
  },
  refused_by_stripe: {
    status: 409,
    message: 'orderModel.stripeRefusedThisStepNothing',
  },
  processing: {
    status: 202,
    message: 'orderModel.stripeHasNotAnsweredYet',
  },
} as const satisfies ErrorTable<PaymentErrorCode>
