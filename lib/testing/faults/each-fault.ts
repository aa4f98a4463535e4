import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startLocalStripe } from '../local-stripe.ts'
import type { Operation } from './operation.ts'
import { OPERATIONS } from './operations.ts'
import type { Fault, FaultKind, Line, Plan } from './plan.ts'
import { Scenarios } from './scenario.ts'
import { seeded, shuffled } from './seeded.ts'
import { note } from './table.ts'

/** Faults to look at alone, such as `FAULT=database:7:lost_after`: what a failure names can so be run again. */
function isAsked({ line, at, kind }: Fault): boolean {
  const asked = process.env.FAULT
  return !asked || asked === `${line}:${at}:${kind}`
}

/** Every kind of fault at every round trip of the lines. */
function everywhere(plan: Plan, lines: readonly Line[], kinds: readonly FaultKind[]): Fault[] {
  return lines.flatMap(line => plan.trips[line].flatMap((_, at) => kinds.map(kind => ({ line, at, kind }))))
}

const IS_SHORT = Number(process.env.FAULTS_SCALE ?? 1) < 1
const SHORT_SHARE = 1 / 16

/** All points that are asked for; in the short form a sixteenth of them, drawn from the seed. */
function tried(points: Fault[]): Fault[] {
  if (!IS_SHORT || process.env.FAULT) return points.filter(isAsked)
  const next = seeded(Number(process.env.SEED ?? 1))
  return shuffled(points, next).slice(0, Math.ceil(points.length * SHORT_SHARE))
}

/** Declares one test for each operation of a part of the table: it survives these faults. */
export function survivesEach(
  faults: string,
  lines: readonly Line[],
  kinds: readonly FaultKind[],
  part: (operation: Operation<unknown>) => boolean = () => true,
): void {
  const scenarios = new Scenarios()
  beforeAll(() => startLocalStripe())
  afterAll(() => scenarios.stop())
  describe(faults, () => {
    for (const operation of OPERATIONS.filter(part)) {
      test(`survived by: ${operation.name}`, { timeout: 1_500_000 }, async () => {
        const plan = await scenarios.rehearse(operation)
        const points = tried(everywhere(plan, lines, kinds))
        expect(points.length).toBeGreaterThan(0)
        const broken = await scenarios.survive(operation, points)
        await operation.putBack?.()
        const lost = new Set(broken.map(line => line.replace(/[,:] (told|pressed) .*/, '')))
        note({
          faults,
          operation: operation.name,
          points: points.length,
          survived: points.length - lost.size,
        })
        expect(broken).toEqual([])
      })
    }
  })
}
