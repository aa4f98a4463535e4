import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'

let emulator: TestEmulator
let stripe: Stripe
beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
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
  return { status: answer.status, headers: answer.headers, ...(await answer.json()) }
}

describe('keys', () => {
  const CODES: [sent: Record<string, string>, status: number, error: object][] = [
    [
      { authorization: '' },
      401,
      {
        message: expect.stringMatching(
          /^You did not provide an API key. You need to provide your API key in/,
        ),
      },
    ],
    [{ authorization: 'Bearer nonsense' }, 401, { message: 'Invalid API Key provided: nonsense****' }],
    [
      { authorization: 'Bearer sk_test_expired1234' },
      401,
      { code: 'api_key_expired', message: 'Expired API Key provided: sk_test_*******1234' },
    ],
    [
      { authorization: 'Bearer pk_test_local' },
      403,
      {
        code: 'secret_key_required',
        message: expect.stringMatching(/^This API call cannot be made with a publishable/),
      },
    ],
    [
      { 'stripe-account': 'acct_nobody' },
      403,
      {
        code: 'account_invalid',
        message: expect.stringMatching(
          /does not have access to account 'acct_nobody' \(or that account does not/,
        ),
      },
    ],
    [{ 'stripe-version': 'latest' }, 400, { message: 'Invalid Stripe API version: latest' }],
  ]
  it.each(CODES)('%o is answered %i', async (headers, status, error) => {
    expect(await raw('GET', '/v1/customers', '', headers)).toMatchObject({
      status,
      error: { type: 'invalid_request_error', ...error },
    })
  })

  it('take any version that has the form of one', async () => {
    for (const version of ['2020-08-27', '2020-08-27; orders_beta=v4', '2026-10-28.endive']) {
      const { status, headers } = await raw('GET', '/v1/customers', '', { 'stripe-version': version })
      expect([status, headers.get('stripe-version')]).toEqual([200, version])
    }
  })
})

describe('requests that are none', () => {
  it('are told which address there is not', async () => {
    for (const [method, path] of [
      ['GET', '/v1/nothing'],
      ['PUT', '/v1/customers'],
      ['POST', '/v1/customers/cus_1/nothing'],
      ['GET', '/v1/customers/'],
      ['POST', '/v1/payment_intents//confirm'],
    ] as const) {
      const advice = /\/(?:\/|$)/.test(path)
        ? ' If you are trying to list objects, remove the trailing slash. If you are trying to retrieve an object, make sure you passed a valid (non-empty) identifier in your code.'
        : ''
      expect(await raw(method, path)).toMatchObject({
        status: 404,
        error: {
          type: 'invalid_request_error',
          message: `Unrecognized request URL (${method}: ${path}).${advice} Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
        },
      })
    }
  })

  it('are bodies of JSON, bodies too large, and brackets that do not match', async () => {
    const json = { 'content-type': 'application/json; charset=utf-8' }
    expect(await raw('POST', '/v1/customers', '{"name":"Ada"}', json)).toMatchObject({
      status: 400,
      error: { message: expect.stringMatching(/^Invalid request \(check that your POST content type is/) },
    })
    const large = await raw('POST', '/v1/customers', `name=${'x'.repeat(25 * 1024 * 1024)}`)
    expect(large).toMatchObject({ status: 413, error: { type: 'invalid_request_error' } })
    expect(await raw('POST', '/v1/customers', 'address[city=London')).toMatchObject({
      status: 400,
      error: { code: 'parameter_unknown', param: 'address[city' },
    })
    expect(await raw('POST', '/v1/customers', `metadata${'[a]'.repeat(20)}=x`)).toMatchObject({ status: 400 })
  })
})

describe('expand', () => {
  it('goes four levels deep, lists counted', async () => {
    const { id } = await stripe.customers.create({ email: 'deep@example.com' })
    const method = await stripe.paymentMethods.attach('pm_card_visa', { customer: id })
    await stripe.paymentIntents.create({
      amount: 900,
      currency: 'usd',
      customer: id,
      payment_method: method.id,
      confirm: true,
    })
    const expand = ['data.latest_charge.payment_intent.customer', 'data.latest_charge.balance_transaction']
    const { data } = await stripe.paymentIntents.list({ customer: id, expand })
    expect(data[0]).toMatchObject({
      latest_charge: {
        payment_intent: { customer: { email: 'deep@example.com' } },
        balance_transaction: { object: 'balance_transaction', amount: 900 },
      },
    })
    const path = 'data.latest_charge.payment_intent.customer.default_source'
    await expect(stripe.paymentIntents.list({ expand: [path] })).rejects.toMatchObject({
      code: 'property_expansion_max_depth',
      message: `You cannot expand more than 4 levels of a property. Property: ${path}`,
    })
  })

  it('names what cannot be expanded, and takes both ways of writing a list', async () => {
    const { id } = await stripe.customers.create({})
    await expect(stripe.customers.retrieve(id, { expand: ['email.at'] })).rejects.toMatchObject({
      message: expect.stringMatching(/^This property cannot be expanded \(email.at\)/),
    })
    for (const name of ['expand[]', 'expand[0]']) {
      expect((await raw('GET', `/v1/customers/${id}?${name}=sources`)).sources).toMatchObject({
        object: 'list',
      })
    }
  })
})
