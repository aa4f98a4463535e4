import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { newId } from '../ids.ts'
import { expectInvariants, expectLedgerIsStripe } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { advanceClock, newOrder, newParties } from '../testing/marketplace.ts'
import { ATTEMPTS_MAX } from './model.ts'
import { processEvent } from './process-event.ts'

let parties: Parties

afterEach(expectInvariants)
afterEach(expectLedgerIsStripe)
beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties()
})

async function store(
  type: string,
  objectId: string,
  extra: { account?: string; attempts?: number } = {},
): Promise<string> {
  const id = newId('sev')
  const data = { id, stripeEventId: `evt_${id}`, livemode: false, type, objectId, payload: {}, ...extra }
  await db().stripeEvent.create({ data })
  return id
}

const eventState = async (id: string) => (await db().stripeEvent.findUniqueOrThrow({ where: { id } })).state
const orderState = async (orderId: string) =>
  (await db().order.findUniqueOrThrow({ where: { id: orderId } })).status
async function intentOf(orderId: string): Promise<string> {
  return (await db().payment.findFirstOrThrow({ where: { orderId } })).stripePaymentIntentId ?? ''
}

describe('an event', () => {
  test('is only a hint: old news in any order and number leaves the state that Stripe has now', async () => {
    const orderId = await newOrder(parties, 'completed')
    const intent = await intentOf(orderId)
    const history = await db().orderEvent.count({ where: { orderId } })
    const types = ['succeeded', 'canceled', 'amount_capturable_updated', 'payment_failed', 'succeeded']
    for (const type of types) {
      const id = await store(`payment_intent.${type}`, intent)
      expect(await processEvent(id)).toEqual({ ok: true, value: undefined })
      expect(await eventState(id)).toBe('handled')
    }
    expect(await orderState(orderId)).toBe('completed')
    expect(await db().orderEvent.count({ where: { orderId } })).toBe(history)
  })

  test('about a hold that ended while nobody looked puts the order right', async () => {
    const orderId = await newOrder(parties, 'held')
    await advanceClock(8 * 24 * 3600)
    await processEvent(await store('payment_intent.canceled', await intentOf(orderId)))
    expect(await orderState(orderId)).toBe('placed')
  })

  test('is handled once, however often its job runs', async () => {
    const id = await store('payment_intent.succeeded', await intentOf(await newOrder(parties, 'completed')))
    for (let run = 0; run < 3; run++) await processEvent(id)
    expect((await db().stripeEvent.findUniqueOrThrow({ where: { id } })).attempts).toBe(1)
  })

  test('about an account that is not here yet is parked, looked at again, and in the end let go', async () => {
    const account = await db().connectedAccount.findFirstOrThrow({
      where: { userId: parties.contractor.userId },
    })
    await db().connectedAccount.update({ where: { id: account.id }, data: { stripeAccountId: null } })
    const id = await store('account.updated', account.stripeAccountId ?? '', {
      account: account.stripeAccountId ?? '',
    })
    await processEvent(id)
    expect(await eventState(id)).toBe('parked')
    await db().connectedAccount.update({
      where: { id: account.id },
      data: { stripeAccountId: account.stripeAccountId },
    })
    await processEvent(id)
    expect(await eventState(id)).toBe('handled')
  })

  test('of a connected account about a payment there is not taken for one of ours', async () => {
    const orderId = await newOrder(parties, 'held')
    const id = await store('payment_intent.succeeded', await intentOf(orderId), { account: 'acct_other' })
    await processEvent(id)
    expect([await eventState(id), await orderState(orderId)]).toEqual(['handled', 'held'])
  })

  test('that Holdfast does not act on is kept and ignored', async () => {
    const id = await store('price.created', 'price_1')
    await processEvent(id)
    expect(await eventState(id)).toBe('ignored')
  })

  test('that cannot be handled is tried again and ends as a dead letter with its reason', async () => {
    const id = await store('refund.updated', 're_nowhere')
    expect((await processEvent(id)).ok).toBe(false)
    expect(await eventState(id)).toBe('received')
    const last = await store('refund.updated', 're_nowhere', { attempts: ATTEMPTS_MAX - 1 })
    expect((await processEvent(last)).ok).toBe(false)
    expect(await db().stripeEvent.findUniqueOrThrow({ where: { id: last } })).toMatchObject({
      state: 'dead',
      lastError: 'invalid_request: resource_missing',
    })
  })
})
