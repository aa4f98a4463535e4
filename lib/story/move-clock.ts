import { now } from '../clock.ts'
import { db } from '../db.ts'
import { env } from '../env.ts'
import { decideHolds } from '../payments/decide-holds.ts'
import { fail, ok, type Result } from '../result.ts'
import { moveStripeClock, stripeTime } from '../stripe/clock.ts'
import { CLOCK_STEPS, type ClockMoved, type MoveClockInput, type StoryErrorCode } from './model.ts'
import { nextHoldEnd } from './queries.ts'

/** How long the page waits for what Stripe has told to be worked through. */
const WORK_MS_MAX = 8000
const LOOK_MS = 150
/** A hold has ended a minute after its end, whoever counts how. */
const AFTER_THE_END_MS = 60_000

async function secondsFor({ step }: MoveClockInput): Promise<Result<number, StoryErrorCode>> {
  const fixed = CLOCK_STEPS[step]
  if (fixed !== null) return ok(fixed)
  const [time, end] = [await stripeTime(), await nextHoldEnd()]
  if (!time.ok) return fail('no_answer')
  if (!end) return fail('no_hold')
  const leftMs = end.getTime() + AFTER_THE_END_MS - time.value.getTime()
  return ok(Math.max(Math.ceil(leftMs / 1000), 1))
}

/** Until the worker has handled every event that has come. */
async function untilHandled(): Promise<void> {
  const end = now().getTime() + WORK_MS_MAX
  while (now().getTime() < end) {
    if ((await db().stripeEvent.count({ where: { state: 'received' } })) === 0) return
    await new Promise(resolve => setTimeout(resolve, LOOK_MS))
  }
}

/**
 * Moves the local Stripe's clock, waits until Stripe has told what came of it and the worker has heard, and looks after holds that
 * have come to their end. For whoever tries Holdfast out: it needs nobody's leave, and with a real Stripe it does nothing.
 */
export async function moveClock(input: MoveClockInput): Promise<Result<ClockMoved, StoryErrorCode>> {
  if (env().stripe.mode !== 'local') return fail('not_local')
  const seconds = await secondsFor(input)
  if (!seconds.ok) return seconds
  const since = now()
  const moved = await moveStripeClock(seconds.value)
  if (!moved.ok) return fail('no_answer')
  await untilHandled()
  await decideHolds()
  const happened = await db().orderEvent.count({ where: { createdAt: { gte: since } } })
  return ok({ stripeNow: moved.value, happened })
}
