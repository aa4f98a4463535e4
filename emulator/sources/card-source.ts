import type Stripe from 'stripe'
import { missing } from '../core/errors.ts'
import { newId } from '../core/ids.ts'
import type { Stored } from '../core/stored.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import type { KnownCard } from '../payment-methods/card-input.ts'
import { addCardMethod, attachMethod, type PaymentMethod } from '../payment-methods/method.ts'
import { billingOf, cardSent } from '../tokens/sent-card.ts'

/** A card of the Sources era: `card_…`, saved to a customer. It can be paid with like a payment method of the same id. */
export type CardSource = Stored<Stripe.Card>

declare module '../core/kinds.ts' {
  interface Kinds {
    card: CardSource
  }
}

/** Brands as this era writes them. */
const BRANDS: Record<string, string> = {
  amex: 'American Express',
  diners: 'Diners Club',
  discover: 'Discover',
  jcb: 'JCB',
  mastercard: 'MasterCard',
  unionpay: 'UnionPay',
  visa: 'Visa',
}

/** @param method the same card as a payment method, which knows its owner and what the bank said of it. */
export function blankCardSource(
  card: Omit<KnownCard, 'behaviour'>,
  method: PaymentMethod,
  customer: string | null,
): CardSource {
  const { address, name } = method.billing_details
  const checks = method.card?.checks
  return {
    id: method.id.replace(/^pm_/, 'card_'),
    object: 'card',
    address_city: address?.city ?? null,
    address_country: address?.country ?? null,
    address_line1: address?.line1 ?? null,
    address_line1_check: checks?.address_line1_check ?? null,
    address_line2: address?.line2 ?? null,
    address_state: address?.state ?? null,
    address_zip: address?.postal_code ?? null,
    address_zip_check: checks?.address_postal_code_check ?? null,
    brand: BRANDS[card.brand] ?? 'Unknown',
    country: card.country,
    customer,
    cvc_check: checks?.cvc_check ?? null,
    dynamic_last4: null,
    exp_month: card.exp_month,
    exp_year: card.exp_year,
    fingerprint: card.fingerprint,
    funding: card.funding,
    last4: card.last4,
    metadata: {},
    name,
    regulated_status: 'unregulated',
    tokenization_method: null,
  }
}

/**
 * Saves a card, of a token or written out, to a customer, and makes it the default source if it is the first.
 * @throws StripeError 402 with the bank's refusal; 400 for a token that is not there or was used.
 */
export function addSource(
  tx: Tx,
  sent: Parameters<typeof cardSent>[1],
  customerId: string,
  account: string,
): CardSource {
  const { card, extras } = cardSent(tx, sent, account)
  const id = newId('card')
  addCardMethod(tx, card, account, billingOf(extras), id)
  const method = attachMethod(tx, id, customerId, account, { silent: true })
  const source = tx.put('card', id, blankCardSource(card, method, customerId), account)
  const customer = tx.edit('customer', customerId)
  customer.default_source ??= id
  emit(tx, 'customer.source.created', source, account)
  return source
}

/** A customer's source. @throws StripeError 404 `resource_missing`. */
export function sourceOf(tx: Tx, id: string, customerId: string, account: string): CardSource {
  const row = tx.row('card', id)
  if (row?.account === account && row.value.customer === customerId) return row.value
  throw missing('source', id, 'id')
}

/** Takes a source from its customer; the newest that is left becomes the default. */
export function removeSource(tx: Tx, source: CardSource, account: string): void {
  const customer = tx.edit('customer', String(source.customer))
  tx.remove('card', source.id)
  tx.edit('payment_method', source.id).customer = null
  tx.edit('_card', source.id).consumed = true
  if (customer.default_source === source.id) {
    const [next] = tx.list('card', account, { where: one => one.customer === customer.id })
    customer.default_source = next?.id ?? null
  }
  emit(tx, 'customer.source.deleted', source, account)
}
