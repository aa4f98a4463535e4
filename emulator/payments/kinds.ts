import type Stripe from 'stripe'
import type { Stored } from '../core/stored.ts'
import type { Behaviour } from '../payment-methods/test-cards.ts'

export type PaymentIntent = Stored<Stripe.PaymentIntent>
export type Charge = Stored<Stripe.Charge>

export interface HoldHistory {
  captures: number
  /** How often more was asked of the bank. */
  increments: number
  /** What the first capture said, every later one has to say. */
  saysFee: boolean
  saysShare: boolean
}

declare module '../core/kinds.ts' {
  interface Kinds {
    payment_intent: PaymentIntent
    charge: Charge
    /** How the money of a charge behaves, by the charge's id; there is no row where it is ordinary: `moneyOf`. */
    _charge: Pick<Behaviour, 'instantFunds' | 'refund' | 'trouble'>
    /** What was done with a hold, by its charge's id; nothing yet when there is no such row. */
    _hold: HoldHistory
  }
}
