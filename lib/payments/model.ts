import { z } from 'zod'
import type { Currency } from '../currencies.ts'
import { requestKey } from '../request-key.ts'
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

const orderId = z.string().max(40)

export const authorizeOrderInput = z.object({ requestKey, orderId, savedCardId: z.string().max(40) })
export type AuthorizeOrderInput = z.output<typeof authorizeOrderInput>

export const giveUpRenewalInput = z.object({ orderId })

export const finishAuthenticationInput = z.object({ paymentId: z.string().max(40) })

/** `amount` as typed by the employer; empty means the whole hold. */
export const capturePaymentInput = z.object({ orderId, amount: z.string().trim().max(20).optional() })
export type CapturePaymentInput = z.output<typeof capturePaymentInput>

export const releaseHoldInput = z.object({ orderId, note: z.string().trim().max(2000).default('') })

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
  insufficient_funds:
    'The card does not have enough money or credit for this amount. Use another card, or try again after a top-up.',
  expired_card: 'The card has expired. Add its new edition, or use another card.',
  incorrect_details:
    'The bank did not accept the card’s details. Remove the card, add it again with care, and retry.',
  lost_or_stolen: 'The bank refuses this card. Use another one, and call the bank if that surprises you.',
  authentication_failed:
    'The bank could not confirm that it is you. Try again and complete the bank’s check, or use another card.',
  try_again: 'The bank could not answer just now. Nothing was held; try again in a minute.',
  limit_exceeded:
    'The amount is over a limit that the bank set for this card. Use another card, or ask the bank to raise it.',
  not_supported: 'This card cannot be used for this kind of payment. Use another card.',
  declined:
    'The bank declined the card without a reason. Use another card, or ask the bank to allow this payment.',
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
  not_found: { status: 404, message: 'This order does not exist, or it is not yours.' },
  wrong_state: {
    status: 409,
    message: 'The order has moved on since this page was loaded. Reload it to see where it stands.',
  },
  already_held: { status: 409, message: 'The money for this order is already held. Nothing was held twice.' },
  card_not_found: { status: 404, message: 'This card is not among yours any more. Choose another one.' },
  contractor_not_payable: {
    status: 409,
    message: 'This contractor cannot be paid at the moment, so no money was held.',
  },
  amount_invalid: { status: 422, message: 'Write the amount as a number, like 120 or 120.50.' },
  amount_too_small: {
    status: 422,
    message: 'This is less than Stripe can charge. Approve more, or cancel the order to release the hold.',
  },
  amount_too_large: { status: 422, message: 'No more than the held amount can be taken.' },
  hold_expired: {
    status: 409,
    message: 'The hold has ended and the money went back to the card. Put a new hold on the order to go on.',
  },
  request_key_reused: {
    status: 409,
    message: 'This form was already sent with another card. Reload the page to start again.',
  },
  refused_by_stripe: {
    status: 409,
    message: 'Stripe refused this step. Nothing was taken; we have been told and will look into it.',
  },
  processing: {
    status: 202,
    message:
      'Stripe has not answered yet. Do not pay again: this page will show the outcome within a minute.',
  },
} as const satisfies ErrorTable<PaymentErrorCode>
