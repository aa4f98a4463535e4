import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { startLocalStripe } from '../local-stripe.ts'
import { anyTerms, COMMANDS } from './commands.ts'
import { Life } from './life.ts'
import { note } from './table.ts'
import { Worlds } from './worlds.ts'

// R16: lives of orders against a model of them. Anything may be pressed at any time, cut off in the middle, pressed again,
// pressed by two at once; what is told, what is shown and what Stripe has must always be one that pencil and paper allow.
// In two files, as the simulator is, each with numbers of its own.

const SCALE = Number(process.env.FAULTS_SCALE ?? 1)
const RUNS = Math.max(1, Math.round(5_000 * SCALE))
const SEED = Number(process.env.SEED ?? 1)

const stepsUpTo = (maxCommands: number) => fc.commands(COMMANDS, { maxCommands, size: 'max' })

/** Most lives are short, some are long; in the short form all are short. */
const commands =
  SCALE < 1
    ? stepsUpTo(16)
    : fc.oneof(
        { weight: 20, arbitrary: stepsUpTo(16) },
        { weight: 4, arbitrary: stepsUpTo(50) },
        { weight: 1, arbitrary: stepsUpTo(200) },
      )

/** Does the run of a failure again, by the path that it names. */
const path = process.env.REPLAY

/** Does half of the lives: those of one of the two numbers that the run's seed gives. */
export function liveByModel(half: 0 | 1): void {
  const worlds = new Worlds()
  beforeAll(() => startLocalStripe())

  test('lives of orders are as a model of them', { timeout: 7_200_000 }, async () => {
    let runs = 0
    const property = fc.asyncProperty(anyTerms, commands, async (terms, happenings) => {
      await worlds.live(async world => {
        const life = await new Life(world, terms).begin()
        await fc.asyncModelRun(() => ({ model: {}, real: life }), happenings)
        await life.end()
      })
      runs += 1
    })
    const details = await fc.check(property, {
      numRuns: RUNS,
      seed: 2 * SEED + half,
      ...(path && { path }),
    })
    const isRight = !details.failed
    if (isRight) await worlds.look()
    note({
      faults: 'model-based runs',
      operation: 'lives of up to 200 steps against a model',
      points: runs,
      survived: isRight ? runs : runs - 1,
    })
    expect(details.failed ? `${details.errorInstance}\n${fc.defaultReportMessage(details)}` : '').toBe('')
  })
}
