import { beforeAll, expect, test } from 'vitest'
import { startLocalStripe } from '../local-stripe.ts'
import { live } from './simulation.ts'
import { note } from './table.ts'
import { Worlds } from './worlds.ts'

// R17: whole lives from one number each. It decides who presses what, whose round trip is next, which of them fail and how,
// what of Stripe's goes wrong, which events come and how often, and how time passes. In two files, because one life after the
// other keeps one processor busy and 10,000 take more than an hour of it.

const SCALE = Number(process.env.FAULTS_SCALE ?? 1)
/** In the short form a fifth of what is its part: the model has lives enough. */
const SEEDS = Math.max(2, Math.round(10_000 * (SCALE < 1 ? SCALE / 5 : 1)))
const FIRST_SEED = Number(process.env.SEED ?? 1)

/** Lives every other seed, the first of them `skipped` after the run's first. */
export function simulate(skipped: 0 | 1): void {
  const worlds = new Worlds()
  beforeAll(() => startLocalStripe())

  test('seeds of a simulated world', { timeout: 7_200_000 }, async () => {
    const broken: string[] = []
    let done = 0
    for (let seed = FIRST_SEED + skipped; seed < FIRST_SEED + SEEDS && broken.length === 0; seed += 2) {
      await worlds.live(world => live(seed, world)).catch(error => broken.push(`SEED=${seed} ${error}`))
      done += 1
    }
    await worlds.look().catch(error => broken.push(String(error)))
    const survived = broken.length === 0 ? done : done - 1
    note({ faults: 'simulated seeds', operation: 'one life for each seed', points: done, survived })
    expect(broken).toEqual([])
  })
}
