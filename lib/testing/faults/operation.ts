import type { Result } from '../../result.ts'
import type { Actor } from '../../users/model.ts'

/** Whom an operation can use. */
export type Cast = { employer: Actor; contractor: Actor; admin: Actor; savedCardId: string }

/**
 * One thing that people do and that must happen once or not at all. `I` is sent to the process under test, so it is data.
 * `state` says in words how far it is, here and at Stripe together; only `before` and `after` are good words.
 */
export type Operation<I> = {
  name: string
  /** Prepares everything up to the moment of the click; returns what the form sends. */
  arrange(cast: Cast): Promise<I>
  run(input: I): Promise<Result<unknown, unknown>>
  /** Takes back what `arrange` changed for everybody, once all is done. */
  putBack?(): Promise<void>
  state(input: I): Promise<string>
  before: string
  after: string
  /** It is completed by Stripe's events, which the hourly catch-up brings at the latest, and not by a job of its own. */
  isCompletedByEvents?: boolean
  /** Only our own worker asks for it, and asks again: it makes no promises to people. */
  isJob?: boolean
  /** Stripe refuses it even when nothing is wrong; `after` is what a refusal leaves. */
  isRefused?: boolean
  /** It does not need Stripe. */
  isOurs?: boolean
}
