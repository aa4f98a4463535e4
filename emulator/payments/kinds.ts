import type Stripe from 'stripe'
import type { Stored } from '../core/stored.ts'

export type PaymentIntent = Stored<Stripe.PaymentIntent>
export type Charge = Stored<Stripe.Charge>

/** What a confirmation asked for that the object does not show. */
export interface IntentSecrets {
  offSession: boolean
  /** How the waiting 3D Secure challenge began: what to do when it is passed. */
  returnUrl: string | null
}

declare module '../core/kinds.ts' {
  interface Kinds {
    payment_intent: PaymentIntent
    charge: Charge
    _payment_intent: IntentSecrets
    /** How the money of a charge behaves; by the charge's id. */
    _charge: { instantFunds: boolean; refund: 'ok' | 'pending_then_ok' | 'ok_then_failed' }
  }
}
