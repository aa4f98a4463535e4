import { afterAll, beforeAll, expect, test } from 'vitest'
import { startLocalStripe } from '../local-stripe.ts'
import { OPERATIONS } from './operations.ts'
import { DATABASE_FAULTS, type Fault, KILLS, type Line, type Plan, STRIPE_FAULTS } from './plan.ts'
import { Scenarios } from './scenario.ts'
import { pick, seeded } from './seeded.ts'
import { note } from './table.ts'

const SCALE = Number(process.env.FAULTS_SCALE ?? 1)
/** In the short form three fifths of what is its part: each six are an operation that has to be rehearsed first. */
const PAIRS = Math.round(2000 * (SCALE < 1 ? SCALE * 0.6 : 1))
const FIRST_SEED = Number(process.env.SEED ?? 1)

/** As many round trips as a recovery of one operation takes, roughly; a fault beyond its end does not happen. */
const RECOVERY_TRIPS = 60

/** How often it is told how far they are. */
const TOLD_EVERY = 240

const scenarios = new Scenarios()
beforeAll(() => startLocalStripe())
afterAll(() => scenarios.stop())

function anyFault(next: () => number, trips: (line: Line) => number): Fault {
  const line = pick(['database', 'database', 'stripe'] as const, next)
  const kinds = line === 'database' ? [...KILLS, ...DATABASE_FAULTS] : [...KILLS, ...STRIPE_FAULTS]
  return { line, at: Math.floor(next() * Math.max(1, trips(line))), kind: pick(kinds, next) }
}

test('a fault, and another one while it is being recovered from', { timeout: 7_200_000 }, async () => {
  const plans = new Map<string, Plan>()
  const broken: string[] = []
  let done = 0
  let survived = 0
  for (let seed = FIRST_SEED; done < PAIRS; seed++) {
    const next = seeded(seed)
    const operation = pick(OPERATIONS, next)
    const plan = plans.get(operation.name) ?? (await scenarios.rehearse(operation))
    plans.set(operation.name, plan)
    const firsts = Array.from({ length: 6 }, () => anyFault(next, line => plan.trips[line].length))
    const seconds = [anyFault(next, () => RECOVERY_TRIPS), anyFault(next, () => RECOVERY_TRIPS)]
    const lost = await scenarios.survive(operation, firsts, seconds)
    await operation.putBack?.()
    broken.push(...lost.map(({ what }) => `SEED=${seed}: ${what}`))
    done += firsts.length
    survived += firsts.length - new Set(lost.map(({ fault }) => fault)).size
    if (done % TOLD_EVERY === 0)
      console.info(`    ${done} of ${PAIRS} pairs, ${done - survived} not survived`)
  }
  const operation = 'a fault while recovering from a fault'
  note({ faults: 'pairs of faults', operation, points: done, survived })
  expect(broken).toEqual([])
})
