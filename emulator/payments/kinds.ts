import type Stripe from 'stripe'
import type { Stored } from '../core/stored.ts'

export type PaymentIntent = Stored<Stripe.PaymentIntent>
export type Charge = Stored<Stripe.Charge>

declare module '../core/kinds.ts' {
  interface Kinds {
    payment_intent: PaymentIntent
    charge: Charge
    /** How the money of a charge behaves; by the charge's id. */
    _charge: { instantFunds: boolean; refund: 'ok' | 'pending_then_ok' | 'ok_then_failed' }
  }
}
