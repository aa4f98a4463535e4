import type Stripe from 'stripe'
import type { Stored } from '../core/stored.ts'
import type { Behaviour } from '../payment-methods/test-cards.ts'

export type PaymentIntent = Stored<Stripe.PaymentIntent>
export type Charge = Stored<Stripe.Charge>

declare module '../core/kinds.ts' {
  interface Kinds {
    payment_intent: PaymentIntent
    charge: Charge
    /** How the money of a charge behaves; by the charge's id. */
    _charge: Pick<Behaviour, 'instantFunds' | 'refund' | 'trouble'>
  }
}
