import type Stripe from 'stripe'
import type { Stored } from '../core/stored.ts'

export type Refund = Stored<Stripe.Refund>

declare module '../core/kinds.ts' {
  interface Kinds {
    refund: Refund
  }
}
