import type Stripe from 'stripe'
import { deepFreeze } from '../core/copy.ts'
import { invalid, StripeError } from '../core/errors.ts'
import { newId, PLATFORM } from '../core/ids.ts'
import { NOTHING } from '../core/nothing.ts'
import { owned } from '../core/owned.ts'
import type { Stored } from '../core/stored.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import { type KnownCard, namedCard } from './card-input.ts'
import { DECLINES } from './declines.ts'
import type { Behaviour } from './test-cards.ts'
import { numberNamed } from './test-names.ts'

export type PaymentMethod = Stored<Stripe.PaymentMethod>

/** What Stripe knows of a card and does not show. */
interface CardSecrets {
  behaviour: Behaviour
  /** Authenticated once for later use: exempt where the card asks only until then. */
  setUp: boolean
  /** Paid with, or detached, without belonging to a customer: of no further use. */
  consumed: boolean
}

declare module '../core/kinds.ts' {
  interface Kinds {
    payment_method: PaymentMethod
    _card: CardSecrets
  }
}

/** Adds a card payment method that belongs to nobody yet. */
export function addCardMethod(
  tx: Tx,
  card: KnownCard,
  account: string,
  billing: PaymentMethod['billing_details'] = BLANK_BILLING,
  id = newId('pm'),
): PaymentMethod {
  tx.add('_card', id, { behaviour: card.behaviour, setUp: false, consumed: false }, account)
  const method: PaymentMethod = {
    id,
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: billing,
    card: {
      brand: card.brand,
      checks: {
        address_line1_check: billing.address?.line1 ? 'unchecked' : null,
        address_postal_code_check: billing.address?.postal_code ? 'unchecked' : null,
        cvc_check: card.cvcGiven ? 'unchecked' : null,
      },
      country: card.country,
      display_brand: card.brand,
      exp_month: card.exp_month,
      exp_year: card.exp_year,
      fingerprint: card.fingerprint,
      funding: card.funding,
      generated_from: null,
      last4: card.last4,
      networks: { available: [card.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: card.brand !== 'unionpay' },
      wallet: null,
    },
    created: tx.now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: NOTHING,
    type: 'card',
  }
  return tx.add('payment_method', id, method, account)
}

/**
 * The payment method that a parameter names. A test name such as `pm_card_visa` makes a new one, as Stripe does.
 * @throws StripeError 400 `resource_missing`.
 */
export function namedMethod(tx: Tx, id: string, account: string, param?: string): PaymentMethod {
  const number = id.startsWith('pm_card_') ? numberNamed(id) : null
  if (number !== null) return addCardMethod(tx, namedCard(number, tx.now), account)
  if (account !== PLATFORM && tx.row('payment_method', id)?.account === PLATFORM) {
    throw invalid(
      `No such PaymentMethod: '${id}'; OAuth key or Stripe-Account header was used but API request was provided with a platform-owned payment method ID. Please ensure that the provided payment method matches the specified account.`,
      { code: 'resource_missing', param: param ?? 'payment_method' },
    )
  }
  return owned(tx, 'payment_method', id, account, param)
}

/**
 * Saves a payment method to a customer, after asking the bank whether the card is good.
 * @throws StripeError 402 with the bank's refusal; 400 when it is another customer's.
 */
export function attachMethod(
  tx: Tx,
  methodId: string,
  customer: string,
  account: string,
  options = { silent: false },
): PaymentMethod {
  owned(tx, 'customer', customer, account, 'customer')
  const method = tx.edit('payment_method', methodId)
  if (method.customer !== null && method.customer !== customer) {
    throw invalid('The payment method you provided has already been attached to a customer.')
  }
  if (method.customer === customer) return method
  if (tx.get('_card', methodId).consumed) {
    throw invalid(
      'This PaymentMethod was previously used without being attached to a Customer or was detached from a Customer, and may not be used again.',
    )
  }
  const { behaviour } = tx.get('_card', methodId)
  if (behaviour.attach !== 'ok') {
    throw new StripeError(402, { type: 'card_error', ...DECLINES[behaviour.attach] })
  }
  method.customer = customer
  markChecked(method, behaviour)
  if (!options.silent) emit(tx, 'payment_method.attached', method, account)
  return method
}

/** Writes down that the bank has looked at the card. */
export function markChecked(method: PaymentMethod, behaviour: Behaviour): void {
  const { card } = method
  if (!card?.checks) return
  const { address } = method.billing_details
  const checks = { ...card.checks }
  if (checks.cvc_check === 'unchecked') checks.cvc_check = behaviour.cvc
  if (address?.line1) checks.address_line1_check = behaviour.line1
  if (address?.postal_code) checks.address_postal_code_check = behaviour.zip
  method.card = { ...card, checks }
}

/** @throws StripeError 400 for a payment method that was used without a customer before. */
export function refuseConsumed(tx: Tx, methodId: string): void {
  if (!tx.get('_card', methodId).consumed) return
  throw invalid(
    'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.',
  )
}

/** Billing details of which nothing was said. */
export const BLANK_BILLING: PaymentMethod['billing_details'] = deepFreeze({
  address: { city: null, country: null, line1: null, line2: null, postal_code: null, state: null },
  email: null,
  name: null,
  phone: null,
  tax_id: null,
})
