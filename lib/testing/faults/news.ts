import { db } from '../../db.ts'
import { ok } from '../../result.ts'
import { HANDLERS } from '../../webhooks/handlers.ts'
import { processEvent } from '../../webhooks/process-event.ts'
import { receiveEvent } from '../../webhooks/receive-event.ts'
import { atStripe, type Listed } from './at-stripe.ts'
import { runErrand, type Watch } from './errand.ts'
import { signed } from './webhook-operations.ts'

type StripeEvent = { id: string; type: string; data: { object: { id: string } } }

/** Events of an order as far as an order is told of: of each object the latest, as if all others had been lost. */
function latestOf(events: StripeEvent[], intentIds: string[]): StripeEvent[] {
  const own = events.filter(
    event => HANDLERS[event.type] && intentIds.some(id => JSON.stringify(event).includes(id)),
  )
  return own.filter(
    ({ data }, at) => !own.slice(0, at).some(newer => newer.data.object.id === data.object.id),
  )
}

async function intentsOf(orderId: string): Promise<string[]> {
  const rows = await db().payment.findMany({ where: { orderId } })
  return rows.flatMap(({ stripePaymentIntentId }) => stripePaymentIntentId ?? [])
}

async function take(event: StripeEvent, watch: Watch): Promise<void> {
  const body = JSON.stringify(event)
  await runErrand(watch, async () => {
    await receiveEvent(body, signed(body))
    const row = await db().stripeEvent.findFirst({ where: { stripeEventId: event.id } })
    return row ? processEvent(row.id) : ok()
  })
}

/**
 * Has events of Stripe's come in, as it would post them: `picked` from the latest, newest first and counted around, so that they may
 * come twice, late and out of order; or all that an order needs.
 */
export async function deliverNews(
  picked: readonly number[] | 'all',
  watch: Watch,
  orderId = '',
): Promise<void> {
  const { data } = await atStripe<Listed<StripeEvent>>('events?limit=100')
  const events =
    picked === 'all'
      ? latestOf(data, await intentsOf(orderId)).reverse()
      : picked.flatMap(at => data[at % Math.max(1, data.length)] ?? [])
  for (const event of events) await take(event, watch)
}
