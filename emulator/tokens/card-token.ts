import type Stripe from 'stripe'
import { invalid, missing } from '../core/errors.ts'
import { newId, PLATFORM } from '../core/ids.ts'
import type { Stored } from '../core/stored.ts'
import type { Tx } from '../core/tx.ts'
import { type KnownCard, namedCard } from '../payment-methods/card-input.ts'
import { numberNamed } from '../payment-methods/test-names.ts'
import type { PayoutCard } from './payout-card.ts'

export type Token = Stored<Stripe.Token>

declare module '../core/kinds.ts' {
  interface Kinds {
    token: Token
    /** The card behind a card token, by the token's id. */
    _token_card: KnownCard
  }
}

/** What is sent with a card and only shown again. */
export interface CardExtras {
  name?: string | null | undefined
  currency?: string | undefined
  address_city?: string | null | undefined
  address_country?: string | null | undefined
  address_line1?: string | null | undefined
  address_line2?: string | null | undefined
  address_state?: string | null | undefined
  address_zip?: string | null | undefined
}

/** Makes a single-use token of a card. docs.stripe.com/api/tokens/create_card */
export function addCardToken(
  tx: Tx,
  card: KnownCard,
  account: string,
  clientIp: string,
  sent: CardExtras = {},
): Token {
  const zip = sent.address_zip ?? null
  const line1 = sent.address_line1 ?? null
  const id = newId('tok')
  tx.put('_token_card', id, card, account)
  const token = {
    id,
    object: 'token',
    card: {
      id: newId('card'),
      object: 'card',
      address_city: sent.address_city ?? null,
      address_country: sent.address_country ?? null,
      address_line1: line1,
      address_line1_check: line1 === null ? null : 'unchecked',
      address_line2: sent.address_line2 ?? null,
      address_state: sent.address_state ?? null,
      address_zip: zip,
      address_zip_check: zip === null ? null : 'unchecked',
      brand: displayBrand(card.brand),
      country: card.country,
      ...(sent.currency ? { currency: sent.currency.toLowerCase() } : {}),
      cvc_check: card.cvcGiven ? 'unchecked' : null,
      dynamic_last4: null,
      exp_month: card.exp_month,
      exp_year: card.exp_year,
      fingerprint: card.fingerprint,
      funding: card.funding,
      last4: card.last4,
      metadata: {},
      name: sent.name ?? null,
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
 * @param param the parameter that named it.
 * @throws StripeError 400 for a token that is not there or was used.
 */
export function spendCardToken(tx: Tx, id: string, account: string, param = 'source'): KnownCard {
  if (id.startsWith('pm_')) throw invalid(`Invalid token id: ${id}`, { param: 'token' })
  const number = numberNamed(id)
  if (number !== null) return namedCard(number, tx.now)
  const row = tx.row('token', id)
  const card = tx.find('_token_card', id)
  if (!card || row?.account !== account) throw missing('token', id, param, 400)
  if (row.value.used) {
    throw invalid(`You cannot use a Stripe token more than once: ${id}.`, { code: 'token_already_used' })
  }
  tx.edit('token', id).used = true
  return card
}

/**
 * The card of a token as an object to be paid out to, the token being used up; test names make a new one.
 * @throws StripeError 400 for a token that is not there or was used.
 */
export function spendPayoutCard(tx: Tx, id: string, param: string): PayoutCard {
  const number = numberNamed(id)
  const found =
    number === null
      ? tx.find('token', id)
      : addCardToken(tx, namedCard(number, tx.now), PLATFORM, '127.0.0.1')
  if (!found?.card) throw missing('token', id, param, 400)
  if (found.used) {
    throw invalid(`You cannot use a Stripe token more than once: ${id}.`, {
      code: 'token_already_used',
      param,
    })
  }
  tx.edit('token', found.id).used = true
  return structuredClone(found.card) as PayoutCard
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
