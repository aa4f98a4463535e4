/** How a request can be made to go wrong. What each does is told in `emulator/README.md`. */
export const FAULT_KINDS = ['fail_before', 'fail_after', 'hang', 'cut', 'rate_limit', 'slow'] as const
export type FaultKind = (typeof FAULT_KINDS)[number]

export interface Fault {
  method: string
  /** A prefix of the path, or a pattern with `:id` parts that must match it wholly. */
  path: string
  kind: FaultKind
  /** How many requests it still strikes. */
  count: number
  delayMs: number
}

/** The faults that are switched on. They are not persistent: a restart ends them. */
export class Faults {
  #active: Fault[] = []

  add(fault: Fault): void {
    this.#active.push(fault)
  }

  clear(): void {
    this.#active = []
  }

  list(): Fault[] {
    return this.#active
  }

  /** The fault that strikes this request, counted down, or null. */
  take(method: string, pathname: string): Fault | null {
    const fault = this.#active.find(
      one => (one.method === '*' || one.method === method) && matches(one.path, pathname),
    )
    if (!fault) return null
    fault.count -= 1
    if (fault.count <= 0) this.#active = this.#active.filter(one => one !== fault)
    return fault
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
