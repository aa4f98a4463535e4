import { beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import { newId } from '../ids.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { injectFault, newOrder, newParties } from '../testing/marketplace.ts'
import { processEvents } from './process-events.ts'

beforeAll(() => startLocalStripe())

async function store(objectId: string): Promise<string> {
  const id = newId('sev')
  const about = { type: 'payment_intent.succeeded', livemode: false, objectId, payload: {} }
  await db().stripeEvent.create({ data: { id, stripeEventId: `evt_${id}`, ...about } })
  return id
}

const jobs = () => db().$queryRaw<{ key: string; attempts: number; isLater: boolean }[]>`
  SELECT key, max_attempts AS attempts, run_at > now() AS "isLater" FROM graphile_worker.jobs
  WHERE task_identifier = 'process-event'`

test('of events that came together one that fails is tried again by itself; the others are handled', async () => {
  const parties = await newParties()
  const orders = [await newOrder(parties, 'held'), await newOrder(parties, 'held')]
  const payments = await db().payment.findMany({ where: { orderId: { in: orders } } })
  const [first = '', second = ''] = payments.map(payment => payment.stripePaymentIntentId ?? '')
  const ids = [await store(first), await store(second), await store(second)]
  const [failing = ''] = ids
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`

  await injectFault({ method: 'GET', path: `/v1/payment_intents/${first}`, kind: 'fail_before', count: 3 })
  expect(await processEvents(ids)).toEqual({ ok: true, value: undefined })
  const rows = await db().stripeEvent.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } })
  expect(rows.map(({ id, state, attempts }) => [id, state, attempts])).toEqual([
    [failing, 'received', 1],
    ...ids.slice(1).map(id => [id, 'handled', 1]),
  ])
  expect(await jobs()).toEqual([{ key: `event:${failing}`, attempts: 11, isLater: true }])

  expect(await processEvents(ids)).toEqual({ ok: true, value: undefined })
  expect(await db().stripeEvent.findUniqueOrThrow({ where: { id: failing } })).toMatchObject({
    state: 'handled',
    attempts: 2,
  })
})
