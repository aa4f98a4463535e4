import type Stripe from 'stripe'
import type { Stored } from '../core/stored.ts'

export type Payout = Stored<Stripe.Payout>

declare module '../core/kinds.ts' {
  interface Kinds {
    payout: Payout
  }
}
