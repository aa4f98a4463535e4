import { fundsOf } from '../balance/balance.ts'
import { badParameter, invalid } from '../core/errors.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import type { Payout } from './kinds.ts'
import { makePayout, undoPayout } from './make.ts'
import { defaultBank, payee } from './plan.ts'

/** Instant payouts are limited, in minor units of their currency. */
const INSTANT_LEAST = 50
const INSTANT_MOST = 999_900

export interface PayoutWish {
  amount: number
  currency: string
  /** `ba_…` or `card_…`; the account's default one for the currency when not given. */
  destination: string | undefined
  description: string | null
  metadata: Record<string, string>
  method: 'standard' | 'instant'
  statementDescriptor: string | null
}

/**
 * Sends available money to a bank: it leaves the balance now and arrives some days later, or within the hour.
 * @throws StripeError 400 `balance_insufficient`, `payouts_not_allowed`, `instant_payouts_unsupported`; without a bank
 * account in that currency; for amounts that are too small or too large.
 */
export function createPayout(tx: Tx, wish: PayoutWish, account: string): Payout {
  const { amount, currency } = wish
  if (amount < 1) {
    const details = { code: 'parameter_invalid_integer', param: 'amount' }
    throw badParameter('This value must be greater than or equal to 1.', details)
  }
  const bank = bankOf(tx, wish, account)
  if (payee(tx, account)?.payouts_enabled !== true || bank.status === 'errored') {
    throw invalid('Cannot create payouts; this account has requirements that need to be collected.', {
      code: 'payouts_not_allowed',
    })
  }
  if (wish.method === 'instant') checkInstant(wish, bank)
  if (fundsOf(tx, account, currency).available < amount) {
    throw invalid(
      'You have insufficient funds in your Stripe account for this transfer. Your card balance is too low.  You can use the /v1/balance endpoint to view your Stripe balance (for more details, see stripe.com/docs/api#balance).',
      { code: 'balance_insufficient' },
    )
  }
  const payout = makePayout(tx, { ...wish, account, bank, automatic: false, original: null })
  emit(tx, 'payout.created', payout, account)
  return payout
}

/**
 * Takes a payout back that has not left yet.
 * @throws StripeError 400 once it has, and for automatic ones.
 */
export function cancelPayout(tx: Tx, payout: Payout, account: string): Payout {
  if (payout.status !== 'pending') throw invalid('Payouts can only be canceled while they are pending.')
  if (payout.automatic) throw invalid('Automatic payouts cannot be canceled.')
  undoPayout(tx, payout, account, 'payout_cancel')
  payout.status = 'canceled'
  if (payout.original_payout) tx.edit('payout', String(payout.original_payout)).reversed_by = null
  emit(tx, 'payout.canceled', payout, account)
  return payout
}

type Bank = NonNullable<ReturnType<typeof defaultBank>>

function bankOf(tx: Tx, wish: PayoutWish, account: string): Bank {
  const owner = payee(tx, account)
  if (wish.destination !== undefined) {
    const chosen = owner?.external_accounts.data.find(bank => bank.id === wish.destination)
    if (chosen) return chosen
    throw invalid(`No such external account: '${wish.destination}'`, {
      code: 'resource_missing',
      param: 'destination',
    })
  }
  const bank = owner ? defaultBank(owner, wish.currency) : undefined
  if (bank) return bank
  throw invalid(`Sorry, you don't have any external accounts in that currency (${wish.currency}).`)
}

function checkInstant({ amount, currency }: PayoutWish, bank: Bank): void {
  if (!bank.available_payout_methods?.includes('instant')) {
    const kind = bank.object === 'card' ? 'debit card' : 'bank account'
    throw invalid(
      `The ${kind} provided as an external account does not support Instant Payouts. Provide another debit card or use a bank account instead.`,
      { code: 'instant_payouts_unsupported' },
    )
  }
  if (amount > INSTANT_MOST) {
    const kind = bank.object === 'card' ? 'debit cards' : 'bank accounts'
    throw invalid(
      `Instant Payouts to ${kind} are only supported for amounts less than or equal to $${INSTANT_MOST / 100}`,
    )
  }
  if (amount < INSTANT_LEAST) {
    throw invalid(`Instant Payouts must be at least 0.50 ${currency}.`, {
      code: 'amount_too_small',
      param: 'amount',
    })
  }
}
