import { z } from 'zod'
import type { ErrorTable } from '../result.ts'

/** How often an event is tried before it is a dead letter that an admin must look at. */
export const ATTEMPTS_MAX = 12

export const EVENT_STATES = ['received', 'handled', 'ignored', 'parked', 'dead'] as const
export type EventState = (typeof EVENT_STATES)[number]

/** What each state means to an admin. */
export const EVENT_STATE_WORDS: Record<EventState, { label: string; meaning: string }> = {
  received: { label: 'Waiting', meaning: 'Stored; the worker is about to handle it, or tries again.' },
  handled: { label: 'Handled', meaning: 'What Stripe has now is what is shown here.' },
  ignored: { label: 'Not needed', meaning: 'Nothing here depends on it.' },
  parked: { label: 'Put aside', meaning: 'About something that is not here yet; looked at again soon.' },
  dead: {
    label: 'Gave up',
    meaning: 'Failed every time it was tried. Read the reason, then have it tried again.',
  },
}

export const listEventsInput = z.object({ state: z.enum(EVENT_STATES).optional().catch(undefined) })

export const replayEventInput = z.object({ stripeEventRowId: z.string().max(40) })

export type EventErrorCode = 'not_found'

export const EVENT_ERRORS = {
  not_found: { status: 404, message: 'This event does not exist.' },
} as const satisfies ErrorTable<EventErrorCode>

export type StripeEventView = {
  id: string
  stripeEventId: string
  type: string
  /** The connected account that it happened on; empty for the platform. */
  account: string
  objectId: string
  state: EventState
  attempts: number
  lastError: string | null
  receivedAt: Date
  handledAt: Date | null
}
