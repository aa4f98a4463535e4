import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '../db.ts'
import { pool } from '../sql.ts'
import type { ReceivedEvent } from '../stripe/webhooks.ts'
import { storeEvent } from './store-event.ts'

const event = (number: number, payload = `{"number":${number}}`): ReceivedEvent => ({
  stripeEventId: `evt_${number}`,
  type: 'payment_intent.succeeded',
  livemode: false,
  account: number % 3 === 0 ? 'acct_1' : '',
  objectId: `pi_${number}`,
  payload,
})

/** The event of each stored row, once for each job that names it; null for what a job names that has no row. */
const rowsWithJobs = () => db().$queryRaw<{ event: string | null; attempts: number; payload: unknown }[]>`
  SELECT e.stripe_event_id AS event, j.max_attempts AS attempts, e.payload FROM stripe_events e
  FULL JOIN (
    SELECT max_attempts, json_array_elements_text(payload->'stripeEventRowIds') AS id FROM graphile_worker._private_jobs
  ) j USING (id)
  ORDER BY e.stripe_event_id`

beforeEach(async () => {
  await db().$executeRaw`TRUNCATE stripe_events`
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`
})

test('events that come together share commits, and each is stored once with its job', async () => {
  const queries = vi.spyOn(pool(), 'query')
  const numbers = Array.from({ length: 300 }, (_, index) => index % 120)
  const isNew = await Promise.all(numbers.map(number => storeEvent(event(number))))
  const news = numbers.filter((_, index) => isNew[index])
  expect(news.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, number) => number))
  expect(queries.mock.calls.length).toBeLessThan(10)
  const rows = await rowsWithJobs()
  expect((await db().$queryRaw<object[]>`SELECT FROM graphile_worker.jobs`).length).toBeLessThan(10)
  expect(rows.length).toBe(120)
  expect(rows.every(row => row.event !== null && row.attempts === 12)).toBe(true)
  expect(rows.find(row => row.event === 'evt_7')?.payload).toEqual({ number: 7 })
})

test('one that PostgreSQL cannot keep fails alone', async () => {
  const bodies = ['{"a":1}', '{"nul":"\\u0000"}', '{"b":2}', '{"huge":1e999999}', '{"c":3}']
  const told = await Promise.allSettled(bodies.map((body, number) => storeEvent(event(number, body))))
  expect(told.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
    'fulfilled',
  ])
  expect((await rowsWithJobs()).map(row => row.event)).toEqual(['evt_0', 'evt_2', 'evt_4'])
})

test('nothing of a batch is stored when the jobs cannot be, and the next one is', async () => {
  await db().$executeRaw`ALTER FUNCTION graphile_worker.add_jobs RENAME TO away`
  const told = await Promise.allSettled([1, 2, 3].map(number => storeEvent(event(number))))
  await db().$executeRaw`ALTER FUNCTION graphile_worker.away RENAME TO add_jobs`
  expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(await rowsWithJobs()).toEqual([])
  expect(await storeEvent(event(1))).toBe(true)
})
