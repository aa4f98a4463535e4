import type Stripe from 'stripe'
import type { Stored } from '../core/stored.ts'

export type ApplicationFee = Stored<Stripe.ApplicationFee>
export type FeeRefund = Stored<Stripe.FeeRefund>

declare module '../core/kinds.ts' {
  interface Kinds {
    application_fee: ApplicationFee
    fee_refund: FeeRefund
  }
}
