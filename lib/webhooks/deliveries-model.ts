import { z } from 'zod'
import type { ErrorTable } from '../result.ts'

/** How the local Stripe can be made to deliver an event once more, each of which Stripe says can happen (https://docs.stripe.com/webhooks). */
export const DELIVERIES = ['duplicate', 'out_of_order', 'late'] as const
export type DeliveryKind = (typeof DELIVERIES)[number]

export const deliverAgainInput = z.object({
  stripeEventRowId: z.string().max(40),
  how: z.enum(DELIVERIES),
})
export type DeliverAgainInput = z.output<typeof deliverAgainInput>

/** What came of it: how many events were new to the inbox, and how many changes were recorded about their object. */
export type DeliveredAgain = { how: DeliveryKind; stored: number; changes: number }

export type DeliveryErrorCode = 'not_found' | 'not_local' | 'nothing_later' | 'no_answer'

export const DELIVERY_ERRORS = {
  not_found: { status: 404, message: 'webhooks.notFound' },
  not_local: { status: 404, message: 'deliveries.notLocal' },
  nothing_later: { status: 409, message: 'deliveries.nothingLater' },
  no_answer: { status: 503, message: 'deliveries.noAnswer' },
} as const satisfies ErrorTable<DeliveryErrorCode>

/** A change that our books have of an event's object: an action of the audit log, or a fact of the ledger. */
export type Change = {
  id: string
  at: Date
  book: 'audit' | 'ledger'
  code: string
  /** What the audit log says that is now; null in the ledger. */
  after: unknown
}
