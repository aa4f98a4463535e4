import type Stripe from 'stripe'
import type { Stored } from '../core/stored.ts'

export type SetupIntent = Stored<Stripe.SetupIntent>

declare module '../core/kinds.ts' {
  interface Kinds {
    setup_intent: SetupIntent
  }
}
