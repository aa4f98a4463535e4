import { expect } from 'vitest'
import { expectInvariants, expectLedgerIsStripe } from '../invariants.ts'
import { recover } from './recover.ts'
import { expectSettled } from './settled.ts'
import { Subject } from './subject-process.ts'
import { note } from './table.ts'
import type { Told } from './talk.ts'

// Two processes of ours, one database, one Stripe: what happens when many people press at once.

const SCALE = Number(process.env.FAULTS_SCALE ?? 1)
/** How often a race is repeated: `full` times, or its part in the short form. */
export const rounds = (full: number) => Math.max(1, Math.round(full * SCALE))

const instances = [new Subject(), new Subject()] as const

/** Ends a file of races: both instances, after what our worker does within the hour and a look at everything. */
export async function endRaces(): Promise<void> {
  try {
    await expectSettled()
  } finally {
    await Promise.all(instances.map(instance => instance.stop()))
  }
}

/** The name of an operation of a list. */
export const nameOf = (list: readonly { name: string }[], at: number) => list[at]?.name ?? ''

type Press = { operation: string; input: unknown }

/** Presses all buttons at the same time, every other one on the second instance. */
export async function pressAll(presses: Press[]): Promise<Told[]> {
  const halves = instances.map((_, index) => presses.filter((_, at) => at % 2 === index))
  const told = await Promise.all(instances.map((instance, index) => instance.runAll(halves[index] ?? [])))
  return told.flat()
}

/** Repeats a race; `round` says how it went, and only words of `good` are good. */
export async function repeat(
  race: string,
  times: number,
  good: RegExp,
  round: () => Promise<string>,
): Promise<void> {
  const outcomes: string[] = []
  for (let turn = 0; turn < times; turn++) outcomes.push(await round())
  await recover()
  await expectInvariants()
  await expectLedgerIsStripe()
  const bad = outcomes.filter(outcome => !good.test(outcome))
  note({ faults: 'many at once', operation: race, points: times, survived: times - bad.length })
  expect(bad).toEqual([])
}
