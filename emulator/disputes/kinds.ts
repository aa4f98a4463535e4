import type Stripe from 'stripe'
import type { Stored } from '../core/stored.ts'

export type Dispute = Stored<Stripe.Dispute>

declare module '../core/kinds.ts' {
  interface Kinds {
    dispute: Dispute
  }
}
