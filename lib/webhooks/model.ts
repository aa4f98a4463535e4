import { z } from 'zod'
import type { ErrorTable } from '../result.ts'

/** How often an event is tried before it is a dead letter that an admin must look at. */
export const ATTEMPTS_MAX = 12

export const EVENT_STATES = ['received', 'handled', 'ignored', 'parked', 'dead'] as const
export type EventState = (typeof EVENT_STATES)[number]

/** What each state means to an admin. */
export const EVENT_STATE_WORDS = {
  received: { label: 'webhooks.s_received', meaning: 'webhooks.s_receivedMeans' },
  handled: { label: 'webhooks.s_handled', meaning: 'webhooks.s_handledMeans' },
  ignored: { label: 'webhooks.s_ignored', meaning: 'webhooks.s_ignoredMeans' },
  parked: { label: 'webhooks.s_parked', meaning: 'webhooks.s_parkedMeans' },
  dead: { label: 'webhooks.s_dead', meaning: 'webhooks.s_deadMeans' },
} as const satisfies Record<EventState, { label: string; meaning: string }>

export const listEventsInput = z.object({ state: z.enum(EVENT_STATES).optional().catch(undefined) })

export const replayEventInput = z.object({ stripeEventRowId: z.string().max(40) })

export type EventErrorCode = 'not_found'

export const EVENT_ERRORS = {
  not_found: { status: 404, message: 'webhooks.notFound' },
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
