import { invalid, missing } from '../core/errors.ts'
import type { Tx } from '../core/tx.ts'
import type { KnownCard } from '../payment-methods/card-input.ts'

/**
 * The card of one of the platform's customers, to be used on a connected account (cloning).
 * @param named a payment method; the customer's newest one when not given.
 * @throws StripeError 400 for a customer without a card.
 */
export function clonedCard(tx: Tx, customer: string, named: string | undefined, owner: string): KnownCard {
  if (tx.row('customer', customer)?.account !== owner) throw missing('customer', customer, 'customer', 400)
  const methods = [...tx.list('payment_method', owner, { by: { field: 'customer', value: customer } })]
  const method = named === undefined ? methods[0] : methods.find(each => each.id === named)
  if (!method?.card) {
    if (named !== undefined) throw missing('source', named, 'card', 400)
    throw invalid('The customer must have an active payment source attached.', { param: 'customer' })
  }
  const { card } = method
  return {
    brand: String(card.brand),
    country: card.country ?? 'US',
    funding: card.funding,
    fingerprint: card.fingerprint ?? '',
    last4: card.last4,
    exp_month: card.exp_month,
    exp_year: card.exp_year,
    cvcGiven: true,
    behaviour: tx.get('_card', method.id).behaviour,
  }
}
