import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, expect, test } from 'vitest'
import { db, transaction } from '#lib/db.ts'
import { eventBody, signed } from '#lib/testing/faults/webhook-operations.ts'

let child: ChildProcess
afterAll(() => child?.kill('SIGKILL'))

async function start(): Promise<string> {
  child = spawn(process.execPath, ['scripts/ingest/main.ts', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const chunk of child.stdout ?? []) {
    const url = /ready (\S+)/.exec(String(chunk))?.[1]
    if (url) return url
  }
  throw new Error('It ended before it was ready')
}

const post = (url: string, body: string, signature = signed(body)) =>
  fetch(`${url}/api/webhooks/stripe`, { method: 'POST', body, headers: { 'stripe-signature': signature } })
const newBody = () => eventBody('payment_intent.succeeded', { id: 'pi_1', object: 'payment_intent' }).body
const stored = () => db().stripeEvent.count()

test('the ingest process takes webhooks in as the app does, and stops without dropping one', async () => {
  const url = await start()
  expect((await fetch(`${url}/api/health`)).status).toBe(200)
  expect((await fetch(`${url}/orders`)).status).toBe(404)
  const body = newBody()
  expect((await post(url, body, 'v1=00,t=1')).status).toBe(400)
  const twice = await Promise.all([post(url, body), post(url, body)])
  expect(twice.map(({ status }) => status)).toEqual([200, 200])
  expect(await stored()).toBe(1)

  await db().$executeRaw`ALTER TABLE stripe_events RENAME TO away`
  expect((await post(url, newBody())).status).toBe(503)
  await db().$executeRaw`ALTER TABLE away RENAME TO stripe_events`

  // Ten wait for their commit while it is told to stop.
  const underWay = await transaction(async tx => {
    await tx.$executeRaw`LOCK TABLE stripe_events IN SHARE ROW EXCLUSIVE MODE`
    const answers = Array.from({ length: 10 }, () => post(url, newBody()))
    const isWaiting = async () => {
      // Not in the transaction: there PostgreSQL would show at every look what it showed at the first.
      const [row] = await db().$queryRaw<{ count: bigint }[]>`
        SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
      return Number(row?.count)
    }
    await expect.poll(isWaiting).toBeGreaterThan(0)
    child.kill('SIGTERM')
    const isOpen = () =>
      fetch(`${url}/api/health`).then(
        () => true,
        () => false,
      )
    await expect.poll(isOpen).toBe(false)
    return answers
  })
  const exit = once(child, 'exit')
  const answers = await Promise.all(underWay)
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
  expect(await stored()).toBe(11)
  expect(await exit).toEqual([0, null])
})
