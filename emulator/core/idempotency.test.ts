import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import type { Incoming } from './incoming.ts'

let emulator: TestEmulator
beforeAll(async () => {
  emulator = await startTestEmulator()
})
afterAll(() => emulator.stop())

function asked(path: string, body: string, key: string, account?: string): Incoming {
  return {
    method: 'POST',
    url: new URL(path, emulator.url),
    headers: {
      authorization: 'Bearer sk_test_local',
      'content-type': 'application/x-www-form-urlencoded',
      'idempotency-key': key,
      ...(account ? { 'stripe-account': account } : {}),
    },
    body: Buffer.from(body),
    ip: '127.0.0.1',
  }
}

async function post(path: string, body: string, key: string, account?: string) {
  const { status, headers, body: text } = await emulator.api.answer(asked(path, body, key, account))
  return { status, headers, json: JSON.parse(String(text)) }
}

it('says of every answer which request it is, and of a repeated one which it was', async () => {
  const first = await post('/v1/customers', 'name=Ada', 'once')
  expect(first.headers).toMatchObject({
    'request-id': expect.stringMatching(/^req_/),
    'original-request': first.headers['request-id'],
    'idempotency-key': 'once',
    'stripe-should-retry': 'false',
  })
  expect(first.headers).not.toHaveProperty('idempotent-replayed')
  const again = await post('/v1/customers', 'name=Ada', 'once')
  expect(again.json).toEqual(first.json)
  expect(again.headers).toMatchObject({
    'idempotent-replayed': 'true',
    'original-request': first.headers['request-id'],
  })
  expect(again.headers['request-id']).not.toBe(first.headers['request-id'])
})

it('refuses a key that was used for something else, in Stripe’s words', async () => {
  const { json } = await post('/v1/customers', 'name=Ada', 'taken')
  const again = "Try using a key other than 'taken' if you meant to execute a different request."
  expect(await post('/v1/customers', 'name=Bob', 'taken')).toMatchObject({
    status: 400,
    json: {
      error: {
        type: 'idempotency_error',
        message: `Keys for idempotent requests can only be used with the same parameters they were first used with. ${again}`,
      },
    },
  })
  const path = `/v1/customers/${json.id}`
  expect(await post(path, 'name=Ada', 'taken')).toMatchObject({
    status: 400,
    json: {
      error: {
        type: 'idempotency_error',
        message: `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${path}' vs '/v1/customers'). ${again}`,
      },
    },
  })
})

it('answers 409 while the first is still at work', async () => {
  const [first, second] = await Promise.all([
    post('/v1/customers', 'name=Ada', 'flight'),
    post('/v1/customers', 'name=Ada', 'flight'),
  ])
  expect(first.status).toBe(200)
  expect(second).toMatchObject({
    status: 409,
    json: {
      error: {
        code: 'idempotency_key_in_use',
        message: expect.stringContaining('another in-progress request'),
      },
    },
  })
  expect(second.headers).not.toHaveProperty('stripe-should-retry')
  expect((await post('/v1/customers', 'name=Ada', 'flight')).json.id).toBe(first.json.id)
})

it('gives declines again, but not what was refused before the work', async () => {
  const card = 'amount=900&currency=usd&confirm=true&payment_method=pm_card_chargeDeclined'
  const declined = await post('/v1/payment_intents', card, 'declined')
  expect(declined.status).toBe(402)
  const again = await post('/v1/payment_intents', card, 'declined')
  expect(again.headers['idempotent-replayed']).toBe('true')
  expect(again.json).toEqual(declined.json)
  expect((await post('/v1/payment_intents', 'amount=x&currency=usd', 'typo')).status).toBe(400)
  expect((await post('/v1/payment_intents', 'amount=900&currency=usd', 'typo')).status).toBe(200)
})

it('keeps keys apart by account, and refuses one of more than 255 characters', async () => {
  const { id } = await emulator.stripe.accounts.create({ type: 'custom', country: 'US' })
  const own = await post('/v1/customers', 'name=Ada', 'both')
  const theirs = await post('/v1/customers', 'name=Ada', 'both', id)
  expect(theirs.status).toBe(200)
  expect(theirs.json.id).not.toBe(own.json.id)
  expect((await post('/v1/customers', 'name=Ada', 'k'.repeat(255))).status).toBe(200)
  expect(await post('/v1/customers', 'name=Ada', 'k'.repeat(256))).toMatchObject({
    status: 400,
    json: { error: { type: 'idempotency_error' } },
  })
})

it('forgets after a day of the clock', async () => {
  const first = await post('/v1/customers', 'name=Ada', 'daily')
  await emulator.advance(24 * 3600 - 60)
  expect((await post('/v1/customers', 'name=Ada', 'daily')).json.id).toBe(first.json.id)
  await emulator.advance(120)
  const later = await post('/v1/customers', 'name=Bob', 'daily')
  expect(later.status).toBe(200)
  expect(later.headers).not.toHaveProperty('idempotent-replayed')
})
