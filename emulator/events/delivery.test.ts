import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import Stripe from 'stripe'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { holdFor, payableAccount, payer } from '../testing/money.ts'

const SECRET = 'whsec_own'
const CONNECT_SECRET = 'whsec_connect'

/** A receiver of webhooks that keeps what it got; `answers` are the statuses to give first. */
let receiver: http.Server
let got: { path: string; event: Stripe.Event }[]
let answers: number[]
let emulator: TestEmulator

beforeEach(async () => {
  got = []
  answers = []
  receiver = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      const path = request.url ?? ''
      const secret = path === '/connect' ? CONNECT_SECRET : SECRET
      const header = String(request.headers['stripe-signature'])
      const event = Stripe.webhooks.constructEvent(Buffer.concat(chunks), header, secret)
      const status = answers.shift() ?? 200
      if (status === 200) got.push({ path, event })
      response.writeHead(status).end()
    })
  })
  await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`
  emulator = await startTestEmulator({
    webhooks: [
      { url: `${base}/own`, secret: SECRET, connect: false },
      { url: `${base}/connect`, secret: CONNECT_SECRET, connect: true },
    ],
  })
})
afterEach(async () => {
  await emulator.stop()
  receiver.close()
})

const flush = () => emulator.control('POST', 'webhooks/flush', { timeoutMs: 5000 })
const types = (path: string) => got.filter(one => one.path === path).map(one => one.event.type as string)

it('delivers signed events in order, the platform’s and the accounts’ to different endpoints', async () => {
  const account = await payableAccount(emulator)
  const from = await payer(emulator)
  await flush()
  got = []
  const params = { ...holdFor(account, from), capture_method: 'automatic' as const }
  const intent = await emulator.stripe.paymentIntents.create(params, { idempotencyKey: 'order-1' })
  expect(await flush()).toMatchObject({ waiting: 0 })
  expect(types('/own')).toEqual([
    'payment_intent.created',
    'charge.succeeded',
    'payment_intent.succeeded',
    'transfer.created',
    'application_fee.created',
  ])
  expect(types('/connect')).toEqual(['payment.created'])
  expect(got.find(one => one.path === '/connect')?.event.account).toBe(account)
  const created = got.find(one => one.path === '/own')?.event
  expect(created).toMatchObject({
    api_version: '2026-10-28.endive',
    livemode: false,
    request: { id: intent.lastResponse.requestId, idempotency_key: 'order-1' },
  })
  expect(created).not.toHaveProperty('account')
  const read = await emulator.stripe.events.retrieve(created?.id ?? '')
  expect(read).toMatchObject({ pending_webhooks: 0, data: { object: { id: intent.id } } })
})

it('tells what a change was before', async () => {
  const { id } = await emulator.stripe.customers.create({ name: 'Before' })
  await emulator.stripe.customers.update(id, { name: 'After' })
  await flush()
  expect(got.at(-1)?.event.data).toMatchObject({
    object: { name: 'After' },
    previous_attributes: { name: 'Before' },
  })
})

it('tries again later when the endpoint fails, without holding up what follows', async () => {
  answers = [500]
  await emulator.control('POST', 'webhooks', { paused: true })
  await emulator.stripe.customers.create({ name: 'Retried' })
  await emulator.stripe.customers.create({ name: 'Not held up' })
  // The second try is a second later by a clock of whole seconds: begun at the end of one, it would come at once.
  await sleep(1000 - (Date.now() % 1000))
  await emulator.control('POST', 'webhooks', { paused: false })
  await expect.poll(() => got.length).toBeGreaterThan(0)
  await emulator.advance(10)
  await flush()
  const names = got.map(one => (one.event.data.object as Stripe.Customer).name)
  expect(names).toEqual(['Not held up', 'Retried'])
})

it('can duplicate, drop, pause and turn the order around', async () => {
  const create = (name: string) => emulator.stripe.customers.create({ name })
  const names = () => got.map(one => (one.event.data.object as Stripe.Customer).name)
  await emulator.control('POST', 'webhooks', { duplicate: 1 })
  await create('twice')
  await flush()
  expect(names()).toEqual(['twice', 'twice'])
  await emulator.control('POST', 'webhooks', { drop: 1 })
  await create('never')
  await flush()
  expect(names()).toEqual(['twice', 'twice'])
  await emulator.control('POST', 'webhooks', { paused: true, reverse: true })
  await create('first')
  await create('second')
  await emulator.control('POST', 'webhooks', { paused: false })
  await flush()
  expect(names().slice(2)).toEqual(['second', 'first'])
})

it('sends only what an endpoint made over the API asked for', async () => {
  // Nobody listens there: what is queued stays queued.
  const url = 'http://127.0.0.1:9/nowhere'
  for (const endpoint of (await emulator.stripe.webhookEndpoints.list()).data) {
    await emulator.stripe.webhookEndpoints.del(endpoint.id)
  }
  const made = await emulator.stripe.webhookEndpoints.create({ url, enabled_events: ['customer.deleted'] })
  expect(made.secret).toMatch(/^whsec_/)
  expect(await emulator.stripe.webhookEndpoints.retrieve(made.id)).not.toHaveProperty('secret')
  const { id } = await emulator.stripe.customers.create()
  const [event] = (await emulator.stripe.events.list({ type: 'customer.created' })).data
  expect(event?.pending_webhooks).toBe(0)
  await emulator.stripe.customers.del(id)
  const [deleted] = (await emulator.stripe.events.list({ type: 'customer.deleted' })).data
  expect(deleted?.pending_webhooks).toBe(1)
})
