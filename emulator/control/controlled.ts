import type { Engine } from '../core/engine.ts'
import type { RequestLog } from '../core/request-log.ts'
import type { DeliveryLoop } from '../events/delivery.ts'
import type { Sent } from './sent.ts'

/** What control can reach. */
export interface Controlled {
  engine: Engine
  delivery: DeliveryLoop
  log: RequestLog
  /** Puts back what the command line asked for, after a reset. */
  prepare: () => Promise<void>
  /** What did not fit Stripe's types, when that is checked. */
  violations: string[] | null
}

/** One call of control. `id` is the `:id` of its path. @throws Error with a sentence for the caller: 400. */
export type Action = (parts: Controlled, sent: Sent, id: string) => Promise<unknown> | unknown

/** Calls by method and path; a last part `:id` stands for anything. */
export type Actions = Record<string, Action>

/** What is asked for is not there: 404. */
export class NotThere extends Error {}
