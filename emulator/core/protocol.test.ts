import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'

let emulator: TestEmulator
beforeAll(async () => {
  emulator = await startTestEmulator()
})
afterAll(() => emulator.stop())

/** A bare request, for what the client library would never send. */
async function raw(method: string, path: string, body = '', headers: Record<string, string> = {}) {
  const answer = await fetch(emulator.url + path, {
    method,
    ...(body ? { body } : {}),
    headers: {
      authorization: 'Bearer sk_test_local',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
  })
  return { answer, json: await answer.json() }
}

describe('objects', () => {
  it('creates, reads, changes and deletes', async () => {
    const { stripe } = emulator
    const created = await stripe.customers.create({ email: 'a@example.com', metadata: { a: '1', b: '2' } })
    expect(created.lastResponse.requestId).toMatch(/^req_/)
    const changed = await stripe.customers.update(created.id, { metadata: { a: '', c: '3' }, name: 'Ann' })
    expect(changed.metadata).toEqual({ b: '2', c: '3' })
    const read = await stripe.customers.retrieve(created.id)
    expect(read).toMatchObject({ name: 'Ann', email: 'a@example.com', metadata: { b: '2', c: '3' } })
    await stripe.customers.del(created.id)
    expect(await stripe.customers.retrieve(created.id)).toMatchObject({ id: created.id, deleted: true })
    await expect(stripe.customers.update(created.id, { name: 'Bob' })).rejects.toMatchObject({
      code: 'resource_missing',
      statusCode: 400,
      message: `No such customer: '${created.id}'`,
    })
  })

  it('lists newest first, page by page, both ways', async () => {
    const { stripe } = emulator
    const email = 'pages@example.com'
    const ids: string[] = []
    for (let i = 0; i < 5; i++) ids.unshift((await stripe.customers.create({ email })).id)
    const first = await stripe.customers.list({ email, limit: 2 })
    expect(first.data.map(one => one.id)).toEqual(ids.slice(0, 2))
    expect(first.has_more).toBe(true)
    const before = await stripe.customers.list({ email, limit: 2, ending_before: ids[3] })
    expect(before.data.map(one => one.id)).toEqual(ids.slice(1, 3))
    const all: string[] = []
    for await (const one of stripe.customers.list({ email, limit: 2 })) all.push(one.id)
    expect(all).toEqual(ids)
    const future = { gte: Math.floor(Date.now() / 1000) + 3600 }
    expect((await stripe.customers.list({ email, created: future })).data).toEqual([])
  })
})

describe('refusals', () => {
  it('names unknown, missing and malformed parameters', async () => {
    const unknown = await raw('POST', '/v1/customers', 'emial=x')
    expect(unknown.answer.status).toBe(400)
    expect(unknown.json.error).toMatchObject({
      type: 'invalid_request_error',
      code: 'parameter_unknown',
      param: 'emial',
      message: 'Received unknown parameter: emial',
      doc_url: 'https://stripe.com/docs/error-codes/parameter-unknown',
    })
    expect((await raw('POST', '/v1/webhook_endpoints', 'url=http://x')).json.error).toMatchObject({
      code: 'parameter_missing',
      param: 'enabled_events',
    })
    expect((await raw('POST', '/v1/customers', 'balance=ten')).json.error).toMatchObject({
      code: 'parameter_invalid_integer',
      message: 'Invalid integer: ten',
    })
    expect((await raw('POST', '/v1/customers', 'shipping[nam]=x')).json.error.param).toBe('shipping[nam]')
    expect((await raw('GET', '/v1/nothing')).answer.status).toBe(404)
  })

  it('lets in test keys only, and publishable ones not everywhere', async () => {
    expect((await raw('GET', '/v1/customers', '', { authorization: '' })).answer.status).toBe(401)
    const live = await raw('GET', '/v1/customers', '', { authorization: 'Bearer sk_live_abc' })
    expect(live.answer.status).toBe(401)
    const basic = `Basic ${Buffer.from('sk_test_x:').toString('base64')}`
    expect((await raw('GET', '/v1/customers', '', { authorization: basic })).answer.status).toBe(200)
    await expect(emulator.browser.customers.create({})).rejects.toBeInstanceOf(
      Stripe.errors.StripePermissionError,
    )
    const foreign = await raw('GET', '/v1/customers', '', { 'stripe-account': 'acct_nobody' })
    expect(foreign.json.error).toMatchObject({ code: 'account_invalid' })
  })
})

describe('idempotency', () => {
  it('gives the same answer again, and none to another request', async () => {
    const { stripe } = emulator
    const options = { idempotencyKey: 'key-1' }
    const first = await stripe.customers.create({ name: 'Once' }, options)
    const second = await stripe.customers.create({ name: 'Once' }, options)
    expect(second.id).toBe(first.id)
    expect(second.lastResponse.headers['idempotent-replayed']).toBe('true')
    await expect(stripe.customers.create({ name: 'Twice' }, options)).rejects.toBeInstanceOf(
      Stripe.errors.StripeIdempotencyError,
    )
    await expect(stripe.customers.update(first.id, { name: 'Once' }, options)).rejects.toMatchObject({
      type: 'StripeIdempotencyError',
    })
  })

  it('remembers errors of the work, not of the parameters', async () => {
    const headers = { 'idempotency-key': 'key-2' }
    await raw('POST', '/v1/customers/cus_none', 'name=x', headers)
    const again = await raw('POST', '/v1/customers/cus_none', 'name=x', headers)
    expect(again.answer.headers.get('idempotent-replayed')).toBe('true')
    expect(again.answer.status).toBe(404)
    await raw('POST', '/v1/customers', 'nome=x', { 'idempotency-key': 'key-3' })
    const corrected = await raw('POST', '/v1/customers', 'name=x', { 'idempotency-key': 'key-3' })
    expect(corrected.answer.status).toBe(200)
  })
})

describe('faults', () => {
  it('fail_after keeps the work, so that the same key finds it', async () => {
    const headers = { 'idempotency-key': 'key-4' }
    await emulator.control('POST', 'faults', {
      method: 'POST',
      path: '/v1/customers',
      kind: 'fail_after',
      count: 1,
    })
    expect((await raw('POST', '/v1/customers', 'name=Kept', headers)).answer.status).toBe(500)
    const retried = await raw('POST', '/v1/customers', 'name=Kept', headers)
    expect(retried.answer.status).toBe(200)
    expect(retried.answer.headers.get('idempotent-replayed')).toBe('true')
  })

  it('fail_before, rate_limit and cut do what they say', async () => {
    const count = (await emulator.stripe.customers.list({ limit: 100 })).data.length
    const path = '/v1/customers'
    await emulator.control('POST', 'faults', { method: 'POST', path, kind: 'fail_before', count: 1 })
    expect((await raw('POST', path, 'name=x')).answer.status).toBe(500)
    await emulator.control('POST', 'faults', { method: 'POST', path, kind: 'rate_limit', count: 1 })
    expect((await raw('POST', path, 'name=x')).answer.status).toBe(429)
    expect((await emulator.stripe.customers.list({ limit: 100 })).data).toHaveLength(count)
    await emulator.control('POST', 'faults', { method: 'POST', path, kind: 'cut', count: 1 })
    await expect(raw('POST', path, 'name=x')).rejects.toThrow()
    expect((await emulator.stripe.customers.list({ limit: 100 })).data).toHaveLength(count + 1)
  })
})
