import type Stripe from 'stripe'
import { invalid, missing } from '../core/errors.ts'
import { newId } from '../core/ids.ts'
import type { Stored } from '../core/stored.ts'
import type { Tx } from '../core/tx.ts'
import { type KnownCard, namedCard } from '../payment-methods/card-input.ts'
import { numberNamed } from '../payment-methods/test-cards.ts'

export type Token = Stored<Stripe.Token>

declare module '../core/kinds.ts' {
  interface Kinds {
    token: Token
    /** The card behind a card token, by the token's id. */
    _token_card: KnownCard
  }
}

/** Makes a single-use token of a card. docs.stripe.com/api/tokens/create_card */
export function addCardToken(
  tx: Tx,
  card: KnownCard,
  account: string,
  clientIp: string,
  name: string | null,
): Token {
  const id = newId('tok')
  tx.put('_token_card', id, card, account)
  const token = {
    id,
    object: 'token',
    card: {
      id: newId('card'),
      object: 'card',
      address_city: null,
      address_country: null,
      address_line1: null,
      address_line1_check: null,
      address_line2: null,
      address_state: null,
      address_zip: null,
      address_zip_check: null,
      brand: displayBrand(card.brand),
      country: card.country,
      cvc_check: card.cvcGiven ? 'unchecked' : null,
      dynamic_last4: null,
      exp_month: card.exp_month,
      exp_year: card.exp_year,
      fingerprint: card.fingerprint,
      funding: card.funding,
      last4: card.last4,
      metadata: {},
      name,
      networks: { preferred: null },
      regulated_status: 'unregulated',
      tokenization_method: null,
      wallet: null,
    },
    client_ip: clientIp,
    created: tx.now,
    livemode: false,
    type: 'card',
    used: false,
  } as unknown as Token
  return tx.put('token', id, token, account)
}

/**
 * The card behind a token, which is then used up; `tok_visa` and the like never are.
 * @throws StripeError 400 for a token that is not there or was used.
 */
export function spendCardToken(tx: Tx, id: string, account: string): KnownCard {
  const number = numberNamed(id)
  if (number !== null) return namedCard(number, tx.now)
  const row = tx.row('token', id)
  const card = tx.find('_token_card', id)
  if (!card || row?.account !== account) throw missing('token', id, 'card[token]', 400)
  if (row.value.used) {
    throw invalid(`You cannot use a Stripe token more than once: ${id}.`, { code: 'token_already_used' })
  }
  tx.edit('token', id).used = true
  return card
}

/** Cards and sources, unlike payment methods, write brands out. */
function displayBrand(brand: string): string {
  const names: Record<string, string> = {
    amex: 'American Express',
    diners: 'Diners Club',
    discover: 'Discover',
    jcb: 'JCB',
    mastercard: 'MasterCard',
    unionpay: 'UnionPay',
    visa: 'Visa',
  }
  return names[brand] ?? 'Unknown'
}
