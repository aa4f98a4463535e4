import type Stripe from 'stripe'
import type { Stored } from '../core/stored.ts'

export type Customer = Stored<Stripe.Customer>

declare module '../core/kinds.ts' {
  interface Kinds {
    customer: Customer
    /** What is left of a deleted customer, by its id. */
    _deleted_customer: { id: string; object: 'customer'; deleted: true }
  }
}
