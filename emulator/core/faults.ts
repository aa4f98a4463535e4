/** How a request can be made to go wrong. What each does is told in `emulator/README.md`. */
export const FAULT_KINDS = [
  'fail_before',
  'fail_stored',
  'fail_after',
  'hang',
  'cut',
  'rate_limit',
  'slow',
] as const
export type FaultKind = (typeof FAULT_KINDS)[number]

/** A fault as it is asked for. */
export interface FaultWish {
  method: string
  /** A prefix of the path, or a pattern with `:id` parts that must match it wholly. */
  path: string
  kind: FaultKind
  /** How many requests it still strikes; null for ever. */
  count: number | null
  /** How likely it strikes a request that it could strike, 0 to 1. */
  probability: number
  /** Where the sequence of chances starts: the same seed strikes the same requests. */
  seed: number
  delayMs: number
  /** What `rate_limit` says in `Stripe-Should-Retry`; null leaves the header away. */
  shouldRetry: boolean | null
}

export interface Fault extends FaultWish {
  id: number
  /** How many requests it has struck. */
  struck: number
}

/** The faults that are switched on. They are not persistent: a restart ends them. */
export class Faults {
  #active: { fault: Fault; chance: () => number }[] = []
  #lastId = 0

  add(wish: FaultWish): Fault {
    const fault = { id: ++this.#lastId, struck: 0, ...wish }
    this.#active.push({ fault, chance: seededChance(wish.seed) })
    return fault
  }

  /** Ends one fault. False when there is none of that id. */
  remove(id: number): boolean {
    const before = this.#active.length
    this.#active = this.#active.filter(one => one.fault.id !== id)
    return this.#active.length < before
  }

  clear(): void {
    this.#active = []
  }

  list(): Fault[] {
    return this.#active.map(one => one.fault)
  }

  /** The fault that strikes this request, counted down, or null. */
  take(method: string, pathname: string): Fault | null {
    for (const { fault, chance } of this.#active) {
      if (fault.method !== '*' && fault.method !== method) continue
      if (!matches(fault.path, pathname)) continue
      if (fault.probability < 1 && chance() >= fault.probability) continue
      fault.struck += 1
      if (fault.count !== null && --fault.count <= 0) this.remove(fault.id)
      return fault
    }
    return null
  }
}

/** Numbers from 0 to 1 that follow from the seed alone (the mulberry32 generator). */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function matches(pattern: string, pathname: string): boolean {
  if (!pattern.includes(':')) return pathname.startsWith(pattern)
  const wanted = pattern.split('/')
  const given = pathname.split('/')
  return (
    wanted.length === given.length && wanted.every((part, i) => part.startsWith(':') || part === given[i])
  )
}
