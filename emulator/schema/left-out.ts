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
  {
    what: RegExp(` payment_method_data\\[(?:${OTHERS})\\]$`),
    why: 'Only cards and SEPA debits are paid with.',
  },
  {
    what: RegExp(`^POST /v1/payment_methods (?:${OTHERS}|custom)$`),
    why: 'Only cards and SEPA debits are paid with.',
  },
  {
    what: /^POST \/v1\/payment_methods\/:id us_bank_account$/,
    why: 'Only cards and SEPA debits are paid with.',
  },
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
  {
    what: /^(?:GET|POST) \/v2\/core\/accounts/,
    why: 'Of the second version only what opens an account and says who it is: everything else about one can be told to /v1/accounts.',
  },
  { what: /\/reject payouts_action$/, why: 'A rejected account has no payouts to decide about.' },
]

const BROWSER = 'What a browser says of itself decides nothing here.'

/** Parameters that are taken and change nothing, each with a reason. The same test compares them with the routes. */
export const IGNORED: LeftOut[] = [
  {
    what: /(?:client_context|client_attribution_metadata|payment_user_agent|time_on_page|referrer|guid|muid|sid)\]?$/,
    why: BROWSER,
  },
  {
    what: /(?: |\[)(?:pasted_fields|radar_options)\]?$/,
    why: 'No fraud check is made but for the test cards.',
  },
  { what: /card\]?\[exp_(?:month|year)\]$/, why: 'Read together with the number of the card.' },
  {
    what: RegExp(` payment_method_options\\[(?:${OTHERS}|sepa_debit)\\]$`),
    why: 'Only cards have options that matter.',
  },
  {
    what: /^POST \/v1\/(?:topups|confirmation_tokens|test_helpers\/confirmation_tokens) payment_method_options$/,
    why: 'They have none that matter.',
  },
  {
    what: /\[card\]\[(?:installments|mandate_options|network)\]$/,
    why: 'No plans, mandates or choices of network.',
  },
  { what: /card\[networks\]$/, why: 'No choice of network.' },
  { what: / single_use$/, why: 'Stripe makes mandates of this kind for other ways to pay than cards.' },
  {
    what: / (?:amount_details|hooks|payment_details|payment_method_configuration)$/,
    why: 'Tax, line items and configurations of the Dashboard are not modelled.',
  },
  { what: / (?:tax|cash_balance)$/, why: 'Tax and cash balances of customers are not modelled.' },
  { what: / (?:instructions_email)$/, why: 'No refund needs instructions.' },
  { what: / (?:owner|account_holder_name|account_holder_type)$/, why: 'Sources are cards only.' },
  {
    what: / evidence\[(?:appeal|enhanced_evidence)\]$/,
    why: 'The verdict follows from the words of the evidence.',
  },
  {
    what: / documents\[bank_account_ownership_verification\]$/,
    why: 'The number of the bank account decides.',
  },
  { what: /^POST \/v1\/balance_settings payments\[/, why: 'Payouts follow their schedule only.' },
]
