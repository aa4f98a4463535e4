import http from 'node:http'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { holdFor, payableAccount, payer } from '../testing/money.ts'

let emulator: TestEmulator

beforeEach(async () => {
  emulator = await startTestEmulator()
})
afterEach(() => emulator.stop())

const list = () =>
  emulator.stripe.customers.list().then(
    () => 200,
    (error: { statusCode?: number }) => error.statusCode,
  )

async function statuses(count: number) {
  const found: unknown[] = []
  for (let i = 0; i < count; i++) found.push(await list())
  return found
}

it('strikes by chance, the same requests for the same seed', async () => {
  const fault = { path: '/v1/customers', kind: 'fail_before', probability: 0.4, seed: 7 }
  await emulator.control('POST', 'faults', fault)
  const first = await statuses(40)
  await emulator.control('DELETE', 'faults')
  await emulator.control('POST', 'faults', fault)
  expect(await statuses(40)).toEqual(first)
  await emulator.control('DELETE', 'faults')
  await emulator.control('POST', 'faults', { ...fault, seed: 8 })
  expect(await statuses(40)).not.toEqual(first)
  const struck = first.filter(status => status === 500).length
  expect(struck).toBeGreaterThan(8)
  expect(struck).toBeLessThan(25)
})

it('answers 429 with and without leave to try again', async () => {
  const header = async (shouldRetry: boolean | null) => {
    await emulator.control('POST', 'faults', { path: '/v1/', kind: 'rate_limit', shouldRetry })
    const answer = await fetch(`${emulator.url}/v1/balance`, {
      headers: { authorization: 'Bearer sk_test_local' },
    })
    expect(answer.status).toBe(429)
    expect(await answer.json()).toMatchObject({
      error: { type: 'invalid_request_error', code: 'rate_limit' },
    })
    return answer.headers.get('stripe-should-retry')
  }
  expect(await header(true)).toBe('true')
  expect(await header(false)).toBe('false')
  expect(await header(null)).toBe(null)
})

it('keeps a 500 under its idempotency key, and does nothing', async () => {
  await emulator.control('POST', 'faults', { path: '/v1/customers', kind: 'fail_stored' })
  const create = () => emulator.stripe.customers.create({ name: 'Ada' }, { idempotencyKey: 'once' })
  await expect(create()).rejects.toMatchObject({ statusCode: 500 })
  await expect(create()).rejects.toMatchObject({
    statusCode: 500,
    headers: { 'idempotent-replayed': 'true' },
  })
  expect((await emulator.stripe.customers.list()).data).toEqual([])
  expect(await emulator.stripe.customers.create({}, { idempotencyKey: 'other' })).toHaveProperty('id')
})

it('refuses what it does not understand', async () => {
  await expect(emulator.control('POST', 'faults', { path: '/', kind: 'explode' })).rejects.toThrow(
    'must be one of',
  )
  await expect(
    emulator.control('POST', 'faults', { path: '/', kind: 'slow', propability: 1 }),
  ).rejects.toThrow('Unknown: propability')
  await expect(emulator.control('POST', 'webhooks', { dropp: 1 })).rejects.toThrow('Unknown: dropp')
  await expect(emulator.control('POST', 'clock/advance', { seconds: -1 })).rejects.toThrow(
    'must be a whole number',
  )
  await expect(emulator.control('POST', 'clock/advance', { to: 1 })).rejects.toThrow('in the past')
  await expect(emulator.control('GET', 'nothing')).rejects.toThrow('There is no GET')
})

it('lets a week pass: holds end, money arrives, checks finish, and each tells its events', async () => {
  const account = await payableAccount(emulator)
  const from = await payer(emulator)
  const { stripe } = emulator
  const hold = await stripe.paymentIntents.create(holdFor(account, from))
  const sale = await stripe.paymentIntents.create({
    ...holdFor(account, from),
    capture_method: 'automatic',
  })
  const now = Number((await emulator.control('GET', 'clock')).now)
  await emulator.control('POST', 'clock/advance', { to: now + 3 * 86_400 })
  await stripe.payouts.create({ amount: 500, currency: 'usd' }, { stripeAccount: account })
  await emulator.advance(7 * 86_400)
  expect(await stripe.paymentIntents.retrieve(hold.id)).toMatchObject({
    status: 'canceled',
    cancellation_reason: 'automatic',
  })
  const balance = await stripe.balance.retrieve({}, { stripeAccount: account })
  expect(balance).toMatchObject({ available: [{ amount: 8500 }], pending: [{ amount: 0 }] })
  const types = async (options: object) =>
    (await stripe.events.list({ limit: 100 }, options)).data.map(event => event.type as string)
  expect(await types({})).toEqual(
    expect.arrayContaining(['payment_intent.canceled', 'charge.expired', 'balance.available']),
  )
  expect(await types({ stripeAccount: account })).toEqual(
    expect.arrayContaining(['payout.paid', 'balance.available', 'account.updated']),
  )
  expect(sale.status).toBe('succeeded')
})

it('keeps a log of requests without what is secret, and shows objects by id', async () => {
  await emulator.browser.paymentMethods.create({
    type: 'card',
    card: { number: '4000 0025 0000 3155', exp_month: 1, exp_year: 2035, cvc: '987' },
  })
  const customer = await emulator.stripe.customers.create({ metadata: { note: '4242-4242-4242-4242' } })
  const { requests } = (await emulator.control('GET', 'requests')) as { requests: { seq: number }[] }
  expect(requests).toMatchObject([
    { method: 'POST', path: '/v1/payment_methods', status: 200 },
    { method: 'POST', path: '/v1/customers', status: 200 },
  ])
  const details = await Promise.all(requests.map(({ seq }) => emulator.control('GET', `requests/${seq}`)))
  const told = JSON.stringify(details)
  for (const secret of ['0000%203155', '00003155', '4242-4242', 'sk_test_local']) {
    expect(told).not.toContain(secret)
  }
  expect(told).not.toMatch(/\b987\b/)
  expect(told).toContain('exp_year')
  expect(await emulator.control('GET', `objects/${customer.id}`)).toMatchObject({
    kind: 'customer',
    object: { id: customer.id },
  })
  await emulator.control('POST', 'reset')
  expect(await emulator.control('GET', 'requests')).toEqual({ requests: [] })
})

/** A request as a page of another origin, or under another name, would send it: `fetch` forbids these headers. */
function statusOf(headers: Record<string, string>, method = 'POST', path = '/_control/reset') {
  return new Promise<{ status: number | undefined; cors: unknown }>((resolve, reject) => {
    const request = http.request(`${emulator.url}${path}`, { method, headers }, response => {
      response.resume()
      resolve({
        status: response.statusCode,
        cors: response.headers['access-control-allow-origin'],
      })
    })
    request.on('error', reject).end()
  })
}

it('does not let pages of other origins near it, nor answer to names that are not its own', async () => {
  const { id } = await emulator.stripe.customers.create({ name: 'Still there' })
  const { host } = new URL(emulator.url)
  const refused = { status: 403, cors: undefined }
  expect(await statusOf({ origin: 'http://evil.example' })).toEqual(refused)
  expect(await statusOf({ origin: 'null' })).toEqual(refused)
  expect(await statusOf({ 'sec-fetch-site': 'cross-site' })).toEqual(refused)
  expect(await statusOf({ 'sec-fetch-site': 'same-site' })).toEqual(refused)
  expect(await statusOf({ host: 'evil.example' })).toEqual(refused)
  expect(await statusOf({ host: 'evil.example' }, 'GET', '/_console')).toEqual(refused)
  expect(await statusOf({ host: 'evil.example' }, 'GET', '/_control/requests')).toEqual(refused)
  expect(
    await statusOf({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 'GET', '/_control/live'),
  ).toEqual(refused)
  expect(await emulator.stripe.customers.retrieve(id)).toMatchObject({ name: 'Still there' })
  expect(await statusOf({ origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })).toMatchObject({
    status: 200,
  })
})
