import { createHmac } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { receiveEvent } from './receive-event.ts'

const SECRET = 'whsec_local'

function event(overrides: Record<string, unknown> = {}): string {
  return JSON.stringify({
    id: 'evt_1',
    object: 'event',
    type: 'payment_intent.succeeded',
    livemode: false,
    api_version: '2026-10-28.endive',
    created: 1_700_000_000,
    data: { object: { id: 'pi_1', object: 'payment_intent' } },
    ...overrides,
  })
}

function sign(body: string, { secret = SECRET, age = 0, scheme = 'v1' } = {}): string {
  const t = Math.floor(Date.now() / 1000) - age
  return `t=${t},${scheme}=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`
}

const stored = () => db().stripeEvent.count()
const queued = async () => {
  const [row] = await db().$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM graphile_worker.jobs WHERE task_identifier = 'process-events'`
  return Number(row?.count)
}

beforeEach(async () => {
  await db().$executeRaw`TRUNCATE stripe_events`
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`
})

describe('a webhook', () => {
  test('is stored once with one job, however often it is sent', async () => {
    const body = event()
    expect(await receiveEvent(body, sign(body))).toEqual({ ok: true, value: 'stored' })
    const again = await Promise.all(Array.from({ length: 20 }, () => receiveEvent(body, sign(body))))
    expect(again.every(result => result.ok && result.value === 'known')).toBe(true)
    expect([await stored(), await queued()]).toEqual([1, 1])
    const row = await db().stripeEvent.findFirstOrThrow()
    expect(row).toMatchObject({
      type: 'payment_intent.succeeded',
      objectId: 'pi_1',
      account: '',
      state: 'received',
    })
  })

  test('of a connected account is another event than the platform’s with the same id', async () => {
    const own = event()
    const theirs = event({ account: 'acct_1' })
    await receiveEvent(own, sign(own))
    await receiveEvent(theirs, sign(theirs))
    expect(await stored()).toBe(2)
  })

  test('of the other mode is acknowledged and dropped', async () => {
    const body = event({ livemode: true })
    expect(await receiveEvent(body, sign(body))).toEqual({ ok: true, value: 'other_mode' })
    expect(await stored()).toBe(0)
  })

  test.each([
    ['no signature', (_: string) => ''],
    ['another secret', (body: string) => sign(body, { secret: 'whsec_other' })],
    ['the old scheme alone', (body: string) => sign(body, { scheme: 'v0' })],
    ['a time stamp 301 seconds old', (body: string) => sign(body, { age: 301 })],
    ['a time stamp 301 seconds ahead', (body: string) => sign(body, { age: -302 })],
    ['a signature of another body', (body: string) => sign(`${body} `)],
    [
      'a hundred wrong signatures',
      (body: string) => `t=1,${Array.from({ length: 100 }, () => 'v1=00').join(',')}${body.length}`,
    ],
  ])('with %s is refused and leaves nothing', async (_, header) => {
    const body = event()
    expect(await receiveEvent(body, header(body))).toEqual({ ok: false, error: 'bad_signature' })
    expect([await stored(), await queued()]).toEqual([0, 0])
  })

  test('that is signed but is not JSON is refused', async () => {
    expect(await receiveEvent('not json', sign('not json'))).toEqual({ ok: false, error: 'bad_signature' })
  })
})
