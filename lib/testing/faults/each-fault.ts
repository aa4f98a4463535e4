import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startLocalStripe } from '../local-stripe.ts'
import type { Operation } from './operation.ts'
import { OPERATIONS } from './operations.ts'
import {
  DATABASE_FAULTS,
  type Fault,
  type FaultKind,
  KILLS,
  type Line,
  type Plan,
  STRIPE_FAULTS,
} from './plan.ts'
import { Scenarios } from './scenario.ts'
import { seeded, shuffled } from './seeded.ts'
import { note } from './table.ts'

/** A part of the table: the faults of some kinds at every round trip of some lines. */
type Part = { name: string; faults: string; lines: readonly Line[]; kinds: readonly FaultKind[] }

const PARTS: Part[] = [
  { name: 'kill', faults: 'kill -9 at every boundary', lines: ['database', 'stripe'], kinds: KILLS },
  {
    name: 'database',
    faults: 'every fault of the database at every statement',
    lines: ['database'],
    kinds: DATABASE_FAULTS,
  },
  { name: 'stripe', faults: 'every fault of Stripe at every call', lines: ['stripe'], kinds: STRIPE_FAULTS },
]

/** In how many test files the operations are, so that as many can be looked at side by side. */
const FILES = 3

const IS_SHORT = Number(process.env.FAULTS_SCALE ?? 1) < 1
const SHORT_SHARE = 1 / 24

/** The parts that an operation has, of those that are asked for (FAULTS_PARTS, by their names; all by default). */
function partsOf(operation: Operation<unknown>): Part[] {
  const asked = process.env.FAULTS_PARTS?.split(',')
  return PARTS.filter(({ name }) => !asked || asked.includes(name)).filter(
    ({ name }) => name !== 'stripe' || !operation.isOurs,
  )
}

/** Every kind of fault at every round trip of the lines. */
function everywhere(plan: Plan, { lines, kinds }: Part): Fault[] {
  return lines.flatMap(line => plan.trips[line].flatMap((_, at) => kinds.map(kind => ({ line, at, kind }))))
}

/** All points, or the one that `FAULT=database:7:lost_after` names; in the short form one in twenty-four, drawn from the seed. */
function tried(points: Fault[]): Fault[] {
  const asked = process.env.FAULT
  if (asked) return points.filter(({ line, at, kind }) => asked === `${line}:${at}:${kind}`)
  if (!IS_SHORT) return points
  const next = seeded(Number(process.env.SEED ?? 1))
  return shuffled(points, next).slice(0, Math.ceil(points.length * SHORT_SHARE))
}

/** One operation under the faults of all its parts, so that its way without a fault is looked at once for all of them. */
async function survive(scenarios: Scenarios, operation: Operation<unknown>): Promise<void> {
  const plan = await scenarios.rehearse(operation)
  const parts = partsOf(operation).map(part => {
    const points = everywhere(plan, part)
    expect(points.length, `places for ${part.name}`).toBeGreaterThan(0)
    return { ...part, points: tried(points) }
  })
  const all = parts.flatMap(({ points }) => points)
  expect(all.length, 'faults that were asked for').toBeGreaterThan(0)
  const broken = await scenarios.survive(operation, all)
  await operation.putBack?.()
  const lost = new Set(broken.map(({ fault }) => fault))
  for (const { name, faults, points } of parts) {
    const survived = points.filter(fault => !lost.has(fault)).length
    note({ faults, operation: operation.name, points: points.length, survived }, name)
  }
  expect(broken.map(({ what }) => what)).toEqual([])
}

/** Declares one test for each operation of a test file, counted from 0: it survives every fault at every place. */
export function survivesEach(file: number): void {
  const scenarios = new Scenarios()
  beforeAll(() => startLocalStripe())
  afterAll(() => scenarios.stop())
  describe('every fault at every place', () => {
    for (const operation of OPERATIONS.filter((_, index) => index % FILES === file)) {
      if (partsOf(operation).length === 0) continue
      test(`survived by: ${operation.name}`, { timeout: 7_200_000 }, () => survive(scenarios, operation))
    }
  })
}
