import { badParameter } from '../core/errors.ts'
import { clearableText, hash, type Params, type Spec, text } from '../core/params.ts'
import type { Tx } from '../core/tx.ts'
import { CARD_FIELDS, type KnownCard, knownCard } from '../payment-methods/card-input.ts'
import { BLANK_BILLING, type PaymentMethod } from '../payment-methods/method.ts'
import { type CardExtras, spendCardToken } from './card-token.ts'

/** A card written out, with what is only shown again. */
export const CARD = {
  ...CARD_FIELDS,
  object: text,
  name: clearableText,
  address_city: text,
  address_country: text,
  address_line1: text,
  address_line2: text,
  address_state: text,
  address_zip: text,
  currency: text,
}

/** `source=tok_…`, or the card itself: `source[object]=card&source[number]=…`. */
export const SOURCE: Spec<string | Params<typeof CARD>> = {
  inner: CARD,
  read(value, path) {
    if (typeof value === 'string') return text.read(value, path)
    const sent = hash(CARD).read(value, path)
    if (sent.object === undefined || sent.object === 'card') return sent
    throw badParameter('Invalid source object: must be a dictionary or a non-empty string.', { param: path })
  },
}

/** The card that a parameter names or writes out. @throws StripeError 400 for a token that is not there or was used; 402 for card data that cannot be right. */
export function cardSent(
  tx: Tx,
  source: string | Params<typeof CARD>,
  account: string,
): { card: KnownCard; extras: CardExtras } {
  if (typeof source !== 'string') return { card: knownCard(source, tx.now), extras: source }
  const shown = (tx.find('token', source)?.card ?? {}) as CardExtras
  return { card: spendCardToken(tx, source, account), extras: shown }
}

/** What was said of the card's owner, as payment methods have it. */
export function billingOf(extras: CardExtras): PaymentMethod['billing_details'] {
  return {
    ...BLANK_BILLING,
    name: extras.name ?? null,
    address: {
      city: extras.address_city ?? null,
      country: extras.address_country ?? null,
      line1: extras.address_line1 ?? null,
      line2: extras.address_line2 ?? null,
      postal_code: extras.address_zip ?? null,
      state: extras.address_state ?? null,
    },
  }
}
