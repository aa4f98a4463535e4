import { badParameter } from '../core/errors.ts'
import { mergeMetadata, metadata } from '../core/metadata.ts'
import {
  clearableText,
  emptyable,
  hash,
  ignored,
  oneOf,
  type Params,
  required,
  text,
} from '../core/params.ts'
import type { Tx } from '../core/tx.ts'
import { spendCardToken } from '../tokens/card-token.ts'
import { CARD_FIELDS, type KnownCard, knownCard } from './card-input.ts'
import { addCardMethod, BLANK_BILLING, type PaymentMethod } from './method.ts'
import { addSepaMethod, SEPA_DEBIT } from './sepa-debit.ts'

const ADDRESS = hash({
  city: clearableText,
  country: clearableText,
  line1: clearableText,
  line2: clearableText,
  postal_code: clearableText,
  state: clearableText,
})

export const BILLING_DETAILS = hash({
  address: emptyable(ADDRESS),
  email: clearableText,
  name: clearableText,
  phone: clearableText,
  tax_id: clearableText,
})

/** A payment method written out, as `payment_method_data` or as a call of its own. */
export const METHOD_DATA_FIELDS = {
  type: required(oneOf('card', 'sepa_debit')),
  // Either the card itself or `card[token]`; which of the two decides what must be there.
  card: hash({ ...CARD_FIELDS, number: text, exp_month: ignored, exp_year: ignored, token: text }),
  sepa_debit: SEPA_DEBIT,
  billing_details: BILLING_DETAILS,
  allow_redisplay: oneOf('always', 'limited', 'unspecified'),
  metadata,
  radar_options: ignored,
  // What Stripe.js adds about itself.
  referrer: ignored,
  client_attribution_metadata: ignored,
  payment_user_agent: ignored,
  time_on_page: ignored,
  guid: ignored,
  muid: ignored,
  sid: ignored,
  pasted_fields: ignored,
}

export type MethodData = Params<typeof METHOD_DATA_FIELDS>

/** Makes a payment method of what was sent. @throws StripeError 402 for card data that cannot be right. */
export function addMethodOf(tx: Tx, sent: MethodData, account: string): PaymentMethod {
  const billing = { billing_details: BLANK_BILLING }
  applyBilling(billing, sent.billing_details)
  const method =
    sent.type === 'sepa_debit'
      ? addSepaMethod(tx, ibanOf(sent), account, billing.billing_details)
      : addCardMethod(tx, cardOf(tx, sent, account), account, billing.billing_details)
  if (sent.allow_redisplay) method.allow_redisplay = sent.allow_redisplay
  method.metadata = mergeMetadata({}, sent.metadata)
  return method
}

/** Changes the billing details that were sent and leaves the others. */
export function applyBilling(
  method: { billing_details: PaymentMethod['billing_details'] },
  sent: MethodData['billing_details'],
): void {
  if (!sent) return
  const { address, ...plain } = sent
  const billing = Object.assign({ ...method.billing_details }, plain)
  const blank = BLANK_BILLING.address
  if (address === null) billing.address = blank
  else if (address) {
    const before = billing.address
    billing.address = {
      city: address.city ?? before?.city ?? null,
      country: address.country ?? before?.country ?? null,
      line1: address.line1 ?? before?.line1 ?? null,
      line2: address.line2 ?? before?.line2 ?? null,
      postal_code: address.postal_code ?? before?.postal_code ?? null,
      state: address.state ?? before?.state ?? null,
    }
  }
  method.billing_details = billing
}

function ibanOf(sent: MethodData): string {
  if (!sent.sepa_debit) throw missingParam('sepa_debit')
  return sent.sepa_debit.iban
}

function cardOf(tx: Tx, sent: MethodData, account: string): KnownCard {
  const { card } = sent
  if (card?.token !== undefined) return spendCardToken(tx, card.token, account, 'card[token]')
  if (!card) throw missingParam('card')
  return knownCard(readCard(card), tx.now)
}

function readCard(card: NonNullable<MethodData['card']>): Params<typeof CARD_FIELDS> {
  const { number, cvc, networks } = card
  if (number === undefined) throw missingParam('card[number]')
  if (card.exp_month === undefined) throw missingParam('card[exp_month]')
  if (card.exp_year === undefined) throw missingParam('card[exp_year]')
  const month = CARD_FIELDS.exp_month.read(card.exp_month, 'card[exp_month]')
  const year = CARD_FIELDS.exp_year.read(card.exp_year, 'card[exp_year]')
  return { number, exp_month: month, exp_year: year, cvc, networks }
}

function missingParam(param: string) {
  return badParameter(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
}
