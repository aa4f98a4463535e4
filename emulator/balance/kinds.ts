import type Stripe from 'stripe'
import type { Stored } from '../core/stored.ts'

export type BalanceTransaction = Stored<Stripe.BalanceTransaction>

declare module '../core/kinds.ts' {
  interface Kinds {
    balance_transaction: BalanceTransaction
    /** One account's money in one currency; the id is `acct_…|usd`. */
    _balance: { account: string; currency: string; available: number; pending: number }
    /** A balance transaction that is not available yet, by its own id. */
    _pending: { transaction: string; availableOn: number }
  }
}
