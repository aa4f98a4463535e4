import { createHmac, randomBytes } from 'node:crypto'
import { db } from '../../db.ts'
import { newId } from '../../ids.ts'
import { processEvent } from '../../webhooks/process-event.ts'
import { receiveEvent } from '../../webhooks/receive-event.ts'
import { newOrder } from '../marketplace.ts'
import { doAtStripe } from './at-stripe.ts'
import type { Cast, Operation } from './operation.ts'

/** An order whose hold ended at Stripe while nobody here looked. */
async function endedHold(cast: Cast): Promise<{ orderId: string; paymentIntentId: string }> {
  const orderId = await newOrder(cast, 'held')
  const { stripePaymentIntentId } = await db().payment.findFirstOrThrow({ where: { orderId } })
  await doAtStripe(`payment_intents/${stripePaymentIntentId}/cancel`)
  return { orderId, paymentIntentId: stripePaymentIntentId ?? '' }
}

const statusOf = async (orderId: string) =>
  (await db().order.findUniqueOrThrow({ where: { id: orderId } })).status

/** Signs a body as Stripe does: https://docs.stripe.com/webhooks#verify-manually */
export function signed(body: string, secret = 'whsec_local', at = Math.floor(Date.now() / 1000)): string {
  const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')
  return `t=${at},v1=${signature}`
}

/** An event as Stripe would post it. */
export function eventBody(
  type: string,
  object: { id: string; object: string },
): { id: string; body: string } {
  const id = `evt_${randomBytes(12).toString('hex')}`
  const created = Math.floor(Date.now() / 1000)
  const frame = { id, object: 'event', type, created, livemode: false, data: { object } }
  return { id, body: JSON.stringify(frame) }
}

type Received = { orderId: string; eventId: string; body: string; signature: string }

const receive: Operation<Received> = {
  name: 'take a webhook in',
  arrange: async cast => {
    const { orderId, paymentIntentId } = await endedHold(cast)
    const object = { id: paymentIntentId, object: 'payment_intent' }
    const { id, body } = eventBody('payment_intent.canceled', object)
    return { orderId, eventId: id, body, signature: signed(body) }
  },
  run: ({ body, signature }) => receiveEvent(body, signature),
  state: async ({ orderId, eventId }) => {
    const rows = await db().stripeEvent.findMany({ where: { stripeEventId: eventId } })
    // Even unheard of, the end of a hold is found out: the completer looks when it has to.
    return rows.length === 0 ? 'unheard' : `${rows.map(row => row.state).join()}, ${await statusOf(orderId)}`
  },
  before: 'unheard',
  after: 'handled, placed',
  isOurs: true,
}

const handle: Operation<{ orderId: string; rowId: string }> = {
  name: 'handle an event',
  arrange: async cast => {
    const { orderId, paymentIntentId } = await endedHold(cast)
    const rowId = newId('sev')
    const type = 'payment_intent.canceled'
    const of = { stripeEventId: `evt_${rowId}`, livemode: false, objectId: paymentIntentId, payload: {} }
    await db().stripeEvent.create({ data: { id: rowId, type, ...of } })
    return { orderId, rowId }
  },
  run: ({ rowId }) => processEvent(rowId),
  state: async ({ orderId, rowId }) => {
    const { state } = await db().stripeEvent.findUniqueOrThrow({ where: { id: rowId } })
    return `${state}, ${await statusOf(orderId)}`
  },
  before: 'received, held',
  after: 'handled, placed',
  isJob: true,
}

export const WEBHOOK_OPERATIONS = [receive, handle]
