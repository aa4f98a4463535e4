import type Stripe from 'stripe'
import { invalid } from '../core/errors.ts'
import type { Stored } from '../core/stored.ts'
import type { Tx } from '../core/tx.ts'

/** A debit card to which payouts go. */
export type PayoutCard = Stored<Stripe.Card>

/** Test debit cards, by their ends, that are not like the others (docs.stripe.com/connect/testing). */
const NOT_INSTANT = '5555'
const FAILING = '5572'

/**
 * Makes the card of a token fit to be paid out to.
 * @throws StripeError 400 `invalid_card_type` for credit and prepaid cards.
 */
export function payoutCardFrom(tx: Tx, card: PayoutCard, currency: string, accountId: string): PayoutCard {
  if (card.funding !== 'debit') {
    throw invalid(
      'The card provided as an external account is not supported for payouts. Provide a non-prepaid debit card instead.',
      { code: 'invalid_card_type', param: 'external_account' },
    )
  }
  const failure = card.last4 === FAILING ? 'could_not_process' : null
  tx.put('_bank_facts', card.id, { payoutFailure: failure }, accountId)
  const { wallet: _wallet, ...rest } = card as PayoutCard & { wallet?: unknown }
  return {
    ...rest,
    account: accountId,
    available_payout_methods:
      card.last4 === NOT_INSTANT && card.brand === 'Visa' ? ['standard'] : ['standard', 'instant'],
    currency: card.currency ?? currency,
    default_for_currency: false,
    metadata: {},
  }
}
