import type Stripe from 'stripe'
import type { Changeable, Stored } from './stored.ts'

/**
 * Every kind of row and the shape of its value. The name of a public kind is the object's own `object`
 * field; a kind that starts with `_` is private to the emulator. Each resource adds its kinds where it is
 * written: `declare module '../core/kinds.ts' { interface Kinds { customer: … } }`.
 */
export interface Kinds {
  account: Changeable<Stripe.Account>
  event: Stored<Stripe.Event>
  webhook_endpoint: Stored<Stripe.WebhookEndpoint>
  _clock: { offset: number }
  _due: Due
  _idempotency: { created: number; fingerprint: string; status: number; body: string; requestId: string }
}

/** Something that happens by itself at a moment of the virtual clock. */
export interface Due {
  /** Unix seconds. */
  at: number
  /** The name under which the task is registered (`core/tasks.ts`). */
  task: string
  /** What it is about: the id of an object, mostly. */
  ref: string
  account: string
}

export type Kind = keyof Kinds & string

/** One stored object. `seq` grows with every creation and is the order of lists. */
export interface Row<K extends Kind = Kind> {
  kind: K
  id: string
  account: string
  seq: number
  value: Kinds[K]
}
