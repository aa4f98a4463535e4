import { AsyncLocalStorage } from 'node:async_hooks'
import type { FaultKind, Line } from './plan.ts'

/** A round trip that is about to begin. `isInside` is true between a transaction's beginning and its end. */
export type Trip = { line: Line; what: string; isInside: boolean }

/** Is asked at each round trip of an errand, and says how it goes wrong: null when it goes well. May let it wait. */
export type Watch = (trip: Trip) => Promise<FaultKind | null>

/** One operation that is watched. Cut off, nothing that it still does leaves the process. */
export class Errand {
  isCut = false
  readonly watch: Watch
  readonly #cut = Promise.withResolvers<void>()

  constructor(watch: Watch) {
    this.watch = watch
  }

  get untilCut(): Promise<void> {
    return this.#cut.promise
  }

  cut(): void {
    this.isCut = true
    this.#cut.resolve()
  }
}

/** The errand as part of which something is done; none where nobody watches. */
export const errands = new AsyncLocalStorage<Errand>()
