import { seededChance } from '../core/faults.ts'
import type { Choice } from './delivery-queue.ts'

/** Ways to make delivery as bad as the network can. They are not persistent: a restart ends them. */
export interface DeliveryTricks {
  /** Events still to be sent twice. */
  duplicate: number
  /** Events still to be lost. */
  drop: number
  paused: boolean
  /** Newest first. */
  reverse: boolean
  /** In an order that follows from this seed; null for none. */
  shuffle: number | null
  /** Seconds of the clock that every event waits before its first attempt. */
  delay: number
}

const NONE: DeliveryTricks = {
  duplicate: 0,
  drop: 0,
  paused: false,
  reverse: false,
  shuffle: null,
  delay: 0,
}

/** The tricks that are on, and the random sequence that `shuffle` goes through. */
export class Tricks {
  #now: DeliveryTricks = { ...NONE }
  #random = seededChance(0)

  get now(): Readonly<DeliveryTricks> {
    return this.#now
  }

  set(wish: Partial<DeliveryTricks>): void {
    this.#now = { ...this.#now, ...wish }
    if (wish.shuffle !== undefined) this.#random = seededChance(wish.shuffle ?? 0)
  }

  clear(): void {
    this.#now = { ...NONE }
  }

  get choice(): Choice {
    if (this.#now.shuffle !== null) return this.#random
    return this.#now.reverse ? 'newest' : 'oldest'
  }

  /** True while events are to be lost; counts one down. */
  takeDrop(): boolean {
    if (this.#now.drop <= 0) return false
    this.#now.drop -= 1
    return true
  }

  /** True while events are to be sent twice; counts one down. */
  takeDuplicate(): boolean {
    if (this.#now.duplicate <= 0) return false
    this.#now.duplicate -= 1
    return true
  }
}
