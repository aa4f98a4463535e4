/** The two lines that an operation hangs on. */
export type Line = 'database' | 'stripe'

/** What happens to our process at a boundary. */
export const KILLS = ['kill_before', 'kill_after'] as const

/** What a database may do to one statement: the connection, the statement or the server fails. */
export const DATABASE_FAULTS = [
  'lost_before',
  'lost_after',
  'serialization_failure',
  'deadlock',
  'statement_timeout',
  'too_many_connections',
  'disk_full',
] as const

/** What Stripe, or the network to it, may do to every call from one on, until the outage is over. */
export const STRIPE_FAULTS = [
  'rate_limited',
  'lock_timeout',
  'fails_before',
  'fails_after',
  'fails_for_good',
  'unavailable',
  'hangs_before',
  'hangs_after',
  'refused',
  'reset_midway',
  'half_body',
  'html_page',
  'slow',
] as const

export type FaultKind =
  | (typeof KILLS)[number]
  | (typeof DATABASE_FAULTS)[number]
  | (typeof STRIPE_FAULTS)[number]

/** One fault at one place: the `at`-th round trip of a line, counted from 0. */
export type Fault = { line: Line; at: number; kind: FaultKind }

const isKill = (kind: FaultKind) => (KILLS as readonly string[]).includes(kind)

/** Counts the round trips of one run and says which of them goes wrong, and how. */
export class Plan {
  readonly trips: Record<Line, string[]> = { database: [], stripe: [] }
  readonly fault: Fault | null

  constructor(fault: Fault | null = null) {
    this.fault = fault
  }

  /** Called at each round trip, before it is passed on; what it is, in words. Null when it goes well. */
  next(line: Line, what: string): FaultKind | null {
    const index = this.trips[line].push(what) - 1
    const { fault } = this
    if (fault?.line !== line) return null
    const isOutage = line === 'stripe' && !isKill(fault.kind)
    return (isOutage ? index >= fault.at : index === fault.at) ? fault.kind : null
  }
}
