import { z } from 'zod'
import type { OrderEventView } from '../orders/model.ts'
import type { ErrorTable } from '../result.ts'

/** How far Stripe's clock is moved by each button, in seconds; null: to just after the next hold's end. */
export const CLOCK_STEPS = { hour: 3600, day: 86_400, two_days: 172_800, next_hold: null } as const

export const moveClockInput = z.object({ step: z.enum(['hour', 'day', 'two_days', 'next_hold']) })
export type MoveClockInput = z.output<typeof moveClockInput>

export const signInAsInput = z.object({ person: z.string().max(40) })
export type SignInAsInput = z.output<typeof signInAsInput>

export type StoryErrorCode = 'not_local' | 'nobody' | 'no_hold' | 'no_answer'
export const STORY_ERRORS = {
  not_local: { status: 404, message: 'story.notLocal' },
  nobody: { status: 404, message: 'story.nobody' },
  no_hold: { status: 409, message: 'story.noHold' },
  no_answer: {
    status: 503,
    message: 'story.noAnswer',
  },
} as const satisfies ErrorTable<StoryErrorCode>

/** Where Stripe's clock is now, and what happened to orders on the way. */
export type ClockMoved = { stripeNow: Date; happened: number }

/** A line of an order's history with the order that it is of. */
export type StoryEvent = OrderEventView & { order: { number: number; title: string } }

export type Story = {
  /** What time it is for Stripe; null while it does not answer. */
  stripeNow: Date | null
  nextHoldEnd: Date | null
  /** The newest first. */
  events: StoryEvent[]
}
