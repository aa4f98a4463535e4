import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { newId } from '../ids.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newEmployer, newOrder, newParties } from '../testing/marketplace.ts'
import { ATTEMPTS_MAX } from './model.ts'
import { processEvent } from './process-event.ts'
import { countDeadEvents, listStripeEvents } from './queries.ts'
import { replayEvent } from './replay-event.ts'

beforeAll(async () => {
  await startLocalStripe()
})

async function deadEvent(): Promise<string> {
  const orderId = await newOrder(await newParties(), 'held')
  const { stripePaymentIntentId } = await db().payment.findFirstOrThrow({ where: { orderId } })
  const id = newId('sev')
  const of = { type: 'payment_intent.succeeded', objectId: stripePaymentIntentId ?? '', payload: {} }
  const why = { state: 'dead' as const, attempts: ATTEMPTS_MAX, lastError: 'bug: a mistake of ours' }
  await db().stripeEvent.create({ data: { id, stripeEventId: `evt_${id}`, livemode: false, ...of, ...why } })
  return id
}

const jobsOf = async (id: string) => {
  const [row] = await db().$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM graphile_worker.jobs WHERE key = ${`event:${id}`}`
  return Number(row?.count)
}

describe('an event that was given up', () => {
  test('is shown to admins, tried again when one asks, and then no longer there', async () => {
    const admin = await newAdmin()
    const id = await deadEvent()
    expect(await countDeadEvents(admin)).toBe(1)
    expect((await listStripeEvents(admin, { state: 'dead' })).events).toMatchObject([
      { id, lastError: 'bug: a mistake of ours' },
    ])
    expect(await replayEvent(admin, { stripeEventRowId: id })).toEqual({ ok: true, value: undefined })
    expect(await jobsOf(id)).toBe(1)
    await processEvent(id)
    expect(await countDeadEvents(admin)).toBe(0)
    expect((await listStripeEvents(admin, {})).events[0]).toMatchObject({
      id,
      state: 'handled',
      lastError: null,
    })
    expect(await db().auditEvent.count({ where: { action: 'stripe_event.replay', subjectId: id } })).toBe(1)
  })

  test('is nobody else’s business', async () => {
    const employer = await newEmployer()
    const id = await deadEvent()
    expect(await countDeadEvents(employer)).toBe(0)
    expect((await listStripeEvents(employer, {})).events).toEqual([])
    expect(await replayEvent(employer, { stripeEventRowId: id })).toEqual({ ok: false, error: 'not_found' })
    expect(await replayEvent(await newAdmin(), { stripeEventRowId: 'sev_none' })).toMatchObject({ ok: false })
    expect((await db().stripeEvent.findUniqueOrThrow({ where: { id } })).state).toBe('dead')
  })
})
