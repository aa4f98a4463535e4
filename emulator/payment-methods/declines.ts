import type { Charge } from '../payments/kinds.ts'

/** How a card issuer says no, in Stripe's words. */
export interface Decline {
  code: 'card_declined' | 'expired_card' | 'incorrect_cvc' | 'processing_error' | 'authentication_required'
  decline_code?: string
  message: string
  param?: string
  advice_code?: 'try_again_later' | 'do_not_try_again' | 'confirm_card_data'
  network_advice_code?: string
  network_decline_code?: string
}

const DECLINED = 'Your card was declined.'

/** docs.stripe.com/declines/codes; the network's codes are ISO 8583 response codes. */
export const DECLINES = {
  generic_decline: {
    code: 'card_declined',
    decline_code: 'generic_decline',
    message: DECLINED,
    advice_code: 'try_again_later',
    network_decline_code: '01',
  },
  insufficient_funds: {
    code: 'card_declined',
    decline_code: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
    advice_code: 'try_again_later',
    network_advice_code: '02',
    network_decline_code: '51',
  },
  lost_card: {
    code: 'card_declined',
    decline_code: 'lost_card',
    message: DECLINED,
    advice_code: 'do_not_try_again',
    network_decline_code: '41',
  },
  stolen_card: {
    code: 'card_declined',
    decline_code: 'stolen_card',
    message: DECLINED,
    advice_code: 'do_not_try_again',
    network_decline_code: '43',
  },
  fraudulent: {
    code: 'card_declined',
    decline_code: 'fraudulent',
    message: DECLINED,
    advice_code: 'do_not_try_again',
  },
  card_velocity_exceeded: {
    code: 'card_declined',
    decline_code: 'card_velocity_exceeded',
    message:
      'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
    advice_code: 'try_again_later',
    network_advice_code: '02',
    network_decline_code: '61',
  },
  expired_card: {
    code: 'expired_card',
    decline_code: 'expired_card',
    message: 'Your card has expired.',
    param: 'exp_month',
    advice_code: 'confirm_card_data',
    network_decline_code: '54',
  },
  incorrect_cvc: {
    code: 'incorrect_cvc',
    decline_code: 'incorrect_cvc',
    message: "Your card's security code is incorrect.",
    param: 'cvc',
    advice_code: 'confirm_card_data',
    network_decline_code: 'N7',
  },
  processing_error: {
    code: 'processing_error',
    decline_code: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
    advice_code: 'try_again_later',
    network_decline_code: '06',
  },
  authentication_required: {
    code: 'authentication_required',
    decline_code: 'authentication_required',
    message: 'Your card was declined. This transaction requires authentication.',
  },
} as const satisfies Record<string, Decline>

export type DeclineName = keyof typeof DECLINES

/** What a seller reads about a decline in `charge.outcome`. */
export function declinedOutcome(decline: Decline): Charge['outcome'] {
  const reason = decline.decline_code ?? decline.code
  if (reason === 'fraudulent') return blockedOutcome()
  return {
    advice_code: decline.advice_code ?? null,
    network_advice_code: decline.network_advice_code ?? null,
    network_decline_code: decline.network_decline_code ?? null,
    network_status: 'declined_by_network',
    reason,
    risk_level: 'normal',
    risk_score: 12,
    seller_message:
      reason === 'generic_decline'
        ? 'The bank did not return any further details with this decline.'
        : `The bank returned the decline code \`${reason}\`.`,
    type: 'issuer_declined',
  }
}

/** Stripe's own rules said no, and no bank was asked: docs.stripe.com/disputes/prevention/identifying-fraud */
function blockedOutcome(): Charge['outcome'] {
  return {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: 'not_sent_to_network',
    reason: 'highest_risk_level',
    risk_level: 'highest',
    risk_score: 92,
    rule: 'block_if_high_risk',
    seller_message: 'Stripe blocked this payment as too risky.',
    type: 'blocked',
  }
}
