import { OTHER_TYPES } from '../payment-methods/other-types.ts'

interface LeftOut {
  /** Matches `POST /v1/customers tax_id_data`: a route, a blank, and a parameter. */
  what: RegExp
  why: string
}

const OTHERS = OTHER_TYPES.join('|')

/**
 * Parameters that the `stripe` package has and the local Stripe refuses as unknown, each with a reason. A test compares both
 * ways: what the package has and neither takes nor lists, and what is listed and no longer there.
 */
export const LEFT_OUT: LeftOut[] = [
  { what: / customer_account$/, why: 'Customers that are accounts of version 2 are not modelled.' },
  { what: RegExp(` payment_method_data\\[(?:${OTHERS})\\]$`), why: 'Only cards are paid with.' },
  { what: RegExp(`^POST /v1/payment_methods (?:${OTHERS}|custom)$`), why: 'Only cards are paid with.' },
  { what: /^POST \/v1\/payment_methods\/:id us_bank_account$/, why: 'Only cards are paid with.' },
  {
    what: /_options\]?\[card\]\[(?:three_d_secure|cvc_token)\]$/,
    why: 'Proofs of other gateways are not modelled.',
  },
  {
    what: /\[card\]\[(?:setup|stored)_credential_usage\]$/,
    why: 'Credentials that were stored at another processor are not modelled.',
  },
  {
    what: /^(?:GET|POST) \/v1\/customers test_clock$/,
    why: 'The whole server has one clock, under /_control.',
  },
  { what: /^POST \/v1\/customers tax_id_data$/, why: 'Tax ids belong to Billing, which is not modelled.' },
  { what: /^POST \/v1\/refunds (?:currency|customer|origin)$/, why: 'Customers have no cash balance here.' },
  { what: /^POST \/v1\/payouts payout_method$/, why: 'Payout methods belong to accounts of version 2.' },
  { what: /\/confirm amount_to_confirm$/, why: 'A payment is confirmed for the whole of its amount.' },
  {
    what: / transfer_data\[(?:description|metadata|payment_data)\]$/,
    why: 'The transfer of a payment has no words of its own.',
  },
  { what: /\/reject payouts_action$/, why: 'A rejected account has no payouts to decide about.' },
]
