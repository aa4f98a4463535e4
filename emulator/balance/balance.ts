import type Stripe from 'stripe'
import { PLATFORM } from '../core/ids.ts'
import type { Stored } from '../core/stored.ts'
import type { Tx } from '../core/tx.ts'
import './kinds.ts'

/** What an account has in one currency, in minor units. */
export function fundsOf(tx: Tx, account: string, currency: string): { available: number; pending: number } {
  return tx.find('_balance', `${account}|${currency}`) ?? { available: 0, pending: 0 }
}

/** The account's balance as Stripe shows it: one entry per currency, never fewer than the default one. */
export function balanceOf(tx: Tx, account: string): Stored<Stripe.Balance> {
  const entries = [...tx.list('_balance', account)].reverse()
  const currency = tx.find('account', account)?.default_currency ?? 'usd'
  if (entries.length === 0) entries.push({ account, currency, available: 0, pending: 0 })
  const amounts = (part: 'available' | 'pending') =>
    entries.map(entry => ({
      amount: entry[part],
      currency: entry.currency,
      source_types: { card: entry[part] },
    }))
  const balance: Stored<Stripe.Balance> = {
    object: 'balance',
    available: amounts('available'),
    instant_available: entries.map(({ available, currency: code }) => {
      const amount = Math.max(available, 0)
      return { amount, currency: code, source_types: { card: amount } }
    }),
    livemode: false,
    pending: amounts('pending'),
    refund_and_dispute_prefunding: { available: [], pending: [] },
  }
  // Only the platform, which answers for its accounts' debts, has a reserve for them.
  if (account === PLATFORM) {
    balance.connect_reserved = entries.map(entry => ({ amount: 0, currency: entry.currency }))
  }
  return balance
}
