import { db } from '../../db.ts'
import { arrangeCard } from '../../demo/arrange-employer.ts'
import { newRequestKey } from '../../ids.ts'
import { deliverOrder } from '../../orders/deliver-order.ts'
import type { PlaceOrderInput } from '../../orders/model.ts'
import { authorizeOrder } from '../../payments/authorize-order.ts'
import { capturePayment } from '../../payments/capture-payment.ts'
import { placeOrder } from '../../payments/place-order.ts'
import { releaseHold } from '../../payments/release-hold.ts'
import type { Actor } from '../../users/model.ts'
import { newEmployer, newOrder } from '../marketplace.ts'
import { atStripe, type Listed } from './at-stripe.ts'
import type { Cast, Operation } from './operation.ts'

type OfOrder = { actor: Actor; orderId: string }

type Intent = { status: string; amount_received: number; amount: number }

/** An order's status, and the PaymentIntents that Stripe has for it. */
export async function standing(orderId: string): Promise<string> {
  const { status } = await db().order.findUniqueOrThrow({ where: { id: orderId } })
  const query = encodeURIComponent(`metadata['order_id']:'${orderId}'`)
  const { data } = await atStripe<Listed<Intent>>(`payment_intents/search?query=${query}`)
  const intents = data.map(intent =>
    intent.status === 'succeeded' ? `captured ${intent.amount_received}` : intent.status,
  )
  return `${status}: ${intents.join(', ') || 'nothing'}`
}

const place: Operation<{ actor: Actor; input: PlaceOrderInput }> = {
  name: 'place an order',
  arrange: async ({ employer, contractor }) => {
    const terms = { title: 'Work', description: 'As agreed.', amount: 10_000n, currency: 'usd' as const }
    const input = { ...terms, contractorId: contractor.userId, requestKey: newRequestKey() }
    return { actor: employer, input }
  },
  run: ({ actor, input }) => placeOrder(actor, input),
  state: async ({ input }) => `${await db().order.count({ where: { requestKey: input.requestKey } })} orders`,
  before: '0 orders',
  after: '1 orders',
  isOurs: true,
}

const authorize: Operation<OfOrder & { savedCardId: string; requestKey: string }> = {
  name: 'hold the money',
  arrange: async cast => ({
    actor: cast.employer,
    orderId: await newOrder(cast, 'placed'),
    savedCardId: cast.savedCardId,
    requestKey: newRequestKey(),
  }),
  run: ({ actor, ...input }) => authorizeOrder(actor, input),
  state: ({ orderId }) => standing(orderId),
  before: 'placed: nothing',
  after: 'held: requires_capture',
}

const decline: Operation<OfOrder & { savedCardId: string; requestKey: string }> = {
  ...authorize,
  name: 'hold the money of a card that declines',
  arrange: async cast => {
    const employer = await newEmployer()
    const savedCardId = await arrangeCard(employer, 'pm_card_chargeCustomerFail')
    const orderId = await newOrder({ ...cast, employer, savedCardId }, 'placed')
    return { actor: employer, orderId, savedCardId, requestKey: newRequestKey() }
  },
  after: 'placed: canceled',
  isRefused: true,
}

const deliver: Operation<OfOrder> = {
  name: 'deliver',
  arrange: async cast => ({ actor: cast.contractor, orderId: await newOrder(cast, 'held') }),
  run: ({ actor, orderId }) => deliverOrder(actor, { orderId, note: 'Done.' }),
  state: ({ orderId }) => standing(orderId),
  before: 'held: requires_capture',
  after: 'delivered: requires_capture',
  isOurs: true,
}

const delivered = async (cast: Cast): Promise<OfOrder> => ({
  actor: cast.employer,
  orderId: await newOrder(cast, 'delivered'),
})

const capture: Operation<OfOrder> = {
  name: 'capture the whole hold',
  arrange: delivered,
  run: ({ actor, orderId }) => capturePayment(actor, { orderId }),
  state: ({ orderId }) => standing(orderId),
  before: 'delivered: requires_capture',
  after: 'completed: captured 10000',
}

const capturePart: Operation<OfOrder> = {
  ...capture,
  name: 'capture a part of the hold',
  run: ({ actor, orderId }) => capturePayment(actor, { orderId, amount: '61.30' }),
  after: 'completed: captured 6130',
}

const release: Operation<OfOrder> = {
  name: 'release the hold',
  arrange: async cast => ({ actor: cast.employer, orderId: await newOrder(cast, 'held') }),
  run: ({ actor, orderId }) => releaseHold(actor, { orderId, note: 'The plan has changed.' }),
  state: ({ orderId }) => standing(orderId),
  before: 'held: requires_capture',
  after: 'canceled: canceled',
}

export const ORDER_OPERATIONS = [place, authorize, decline, deliver, capture, capturePart, release]
