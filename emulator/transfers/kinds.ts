import type Stripe from 'stripe'
import type { Stored } from '../core/stored.ts'

export type Transfer = Stored<Stripe.Transfer>
export type TransferReversal = Stored<Stripe.TransferReversal>

declare module '../core/kinds.ts' {
  interface Kinds {
    transfer: Transfer
    transfer_reversal: TransferReversal
  }
}
