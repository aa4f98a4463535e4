import { db } from '../../db.ts'
import { ok } from '../../result.ts'
import { HANDLERS } from '../../webhooks/handlers.ts'
import { processEvent } from '../../webhooks/process-event.ts'
import { receiveEvent } from '../../webhooks/receive-event.ts'
import { atStripe, type Listed } from './at-stripe.ts'
import { runErrand } from './errand.ts'
import type { Watch } from './errand-scope.ts'
import { signed } from './webhook-operations.ts'

type StripeEvent = { id: string; type: string; data: { object: { id: string } } }

/** The latest events of an order that we act on, newest first. */
async function eventsOf(orderId: string): Promise<StripeEvent[]> {
  const rows = await db().payment.findMany({ where: { orderId } })
  const ids = [orderId, ...rows.flatMap(({ stripePaymentIntentId }) => stripePaymentIntentId ?? [])]
  const { data } = await atStripe<Listed<StripeEvent>>('events?limit=100')
  return data.filter(event => HANDLERS[event.type] && ids.some(id => JSON.stringify(event).includes(id)))
}

/** Of each object the latest, as if all others had been lost. */
const latestOf = (events: StripeEvent[]): StripeEvent[] =>
  events.filter(({ data }, at) => !events.slice(0, at).some(newer => newer.data.object.id === data.object.id))

async function take(event: StripeEvent, watch: Watch): Promise<void> {
  const body = JSON.stringify(event)
  await runErrand(watch, async () => {
    await receiveEvent(body, signed(body))
    const row = await db().stripeEvent.findFirst({ where: { stripeEventId: event.id } })
    return row ? processEvent(row.id) : ok()
  })
}

/**
 * Has events of an order come in, as Stripe would post them: `picked` from the latest, newest first and counted around, so that
 * they may come twice, late and out of order; or all that the order needs.
 */
export async function deliverNews(
  orderId: string,
  picked: readonly number[] | 'all',
  watch: Watch,
): Promise<void> {
  const own = await eventsOf(orderId)
  const events =
    picked === 'all' ? latestOf(own).reverse() : picked.flatMap(at => own[at % Math.max(1, own.length)] ?? [])
  for (const event of events) await take(event, watch)
}
