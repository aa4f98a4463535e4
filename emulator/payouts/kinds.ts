import type Stripe from 'stripe'
import type { Stored } from '../core/stored.ts'

export type Payout = Stored<Stripe.Payout>

declare module '../core/kinds.ts' {
  interface Kinds {
    payout: Payout
    /** By the id of a balance transaction: the automatic payout in which it was paid out. */
    _payout_item: { payout: string }
    /** By `acct_…|usd`: what was created before this second is in an automatic payout already. */
    _payout_cut: { created: number }
  }
}
