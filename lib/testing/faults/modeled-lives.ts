import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { startLocalStripe } from '../local-stripe.ts'
import type { Terms } from './books.ts'
import { anyTerms, COMMANDS, type Command } from './commands.ts'
import { Life } from './life.ts'
import { note } from './table.ts'
import type { World } from './world.ts'
import { Worlds } from './worlds.ts'

// R16: lives of orders against a model of them. Anything may be pressed at any time, cut off in the middle, pressed again,
// pressed by two at once; what is told, what is shown and what Stripe has must always be one that pencil and paper allow.
// In two files, as the simulator is.

const SCALE = Number(process.env.FAULTS_SCALE ?? 1)
const RUNS = Math.max(1, Math.round(10_000 * SCALE))
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

async function live(world: World, terms: Terms, happenings: Iterable<Command>): Promise<void> {
  const life = await new Life(world, terms).begin()
  await fc.asyncModelRun(() => ({ model: {}, real: life }), happenings)
  await life.end()
}

/** Does the run of a failure again, by the path that it names. */
const path = process.env.REPLAY

/** Does every other life of the run, until one fails: then all of it, to make it as short as it can be. */
export function liveByModel(half: 0 | 1): void {
  const worlds = new Worlds()
  beforeAll(() => startLocalStripe())

  test('lives of orders are as a model of them', { timeout: 7_200_000 }, async () => {
    let [at, runs, hasFailed] = [0, 0, false]
    const property = fc.asyncProperty(anyTerms, commands, async (terms, happenings) => {
      const isOther = at++ % 2 !== half
      if (isOther && !hasFailed && !path) return
      // What is done to make a life that failed shorter is not another one.
      if (!hasFailed) runs += 1
      await worlds
        .live(world => live(world, terms, happenings))
        .catch(error => {
          hasFailed = true
          throw error
        })
    })
    const details = await fc.check(property, {
      numRuns: RUNS,
      seed: SEED,
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
