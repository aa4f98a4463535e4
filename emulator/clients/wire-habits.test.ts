import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'

let emulator: TestEmulator
beforeAll(async () => {
  emulator = await startTestEmulator()
})
afterAll(() => emulator.stop())

const BASIC = `Basic ${Buffer.from('sk_test_local:').toString('base64')}`
const BEARER = 'Bearer sk_test_local'

/** How the libraries of other languages write the same request. */
const HABITS: [language: string, headers: Record<string, string>][] = [
  ['curl', { authorization: BASIC, 'content-type': 'application/x-www-form-urlencoded' }],
  [
    'Ruby',
    {
      authorization: BEARER,
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': 'Stripe/v1 RubyBindings/13.0.0',
      'stripe-version': '2024-09-30.acacia',
    },
  ],
  [
    'PHP',
    {
      authorization: BEARER,
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': 'Stripe/v1 PhpBindings/16.0.0',
      'x-stripe-client-user-agent': '{"bindings_version":"16.0.0","lang":"php"}',
    },
  ],
  [
    'Java',
    {
      authorization: BEARER,
      'accept-charset': 'UTF-8',
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
    },
  ],
  ['Python', { authorization: BEARER, 'content-type': 'application/x-www-form-urlencoded' }],
  ['Go', { authorization: BEARER, 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }],
]

async function call(method: string, path: string, headers: Record<string, string>, body?: string) {
  const answer = await fetch(emulator.url + path, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  })
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> }
}

describe.each(HABITS)('as %s writes', (language, headers) => {
  it('pays with nested and repeated names, and expands', async () => {
    const body =
      `amount=2000&currency=usd&payment_method_types[]=card&payment_method=pm_card_visa&confirm=${language === 'Python' ? 'True' : 'true'}` +
      '&metadata[order%20no]=7%2B1&metadata[%C3%BC]=caf%C3%A9+cr%C3%A8me' +
      '&expand[]=latest_charge.balance_transaction&expand[]=payment_method'
    const paid = await call('POST', '/v1/payment_intents', headers, body)
    expect(paid).toMatchObject({
      status: 200,
      json: {
        status: 'succeeded',
        metadata: { 'order no': '7+1', ü: 'café crème' },
        latest_charge: { balance_transaction: { object: 'balance_transaction' } },
        payment_method: { card: { last4: '4242' } },
      },
    })
    const escaped = await call(
      'GET',
      `/v1/payment_intents/${paid.json.id}?expand%5B%5D=latest_charge`,
      headers,
    )
    expect(escaped.json.latest_charge).toMatchObject({ object: 'charge' })
  })

  it('unsets with empty strings, also a whole hash and a list', async () => {
    const body =
      'description=words&name=Ada&address[city]=London&metadata[a]=1&metadata[b]=2&preferred_locales[]=en&preferred_locales[]=fr'
    const { json } = await call('POST', '/v1/customers', headers, body)
    expect(json).toMatchObject({ preferred_locales: ['en', 'fr'], address: { city: 'London' } })
    const path = `/v1/customers/${json.id}`
    const one = await call('POST', path, headers, 'description=&metadata[a]=&address=&preferred_locales=')
    expect(one).toMatchObject({
      status: 200,
      json: { name: 'Ada', description: null, metadata: { b: '2' }, address: null, preferred_locales: [] },
    })
    expect((await call('POST', path, headers, 'metadata=')).json.metadata).toEqual({})
  })

  it('lists with parameters in the query, pages, and deletes without a body', async () => {
    const email = encodeURIComponent(`${crypto.randomUUID()}@example.com`)
    const ids: unknown[] = []
    for (let i = 0; i < 3; i++)
      ids.unshift((await call('POST', '/v1/customers', headers, `email=${email}`)).json.id)
    const first = await call('GET', `/v1/customers?email=${email}&limit=2&created[gte]=1`, headers)
    expect(first.json).toMatchObject({ has_more: true, url: '/v1/customers' })
    expect((first.json.data as { id: string }[]).map(({ id }) => id)).toEqual(ids.slice(0, 2))
    const next = await call('GET', `/v1/customers?email=${email}&limit=2&starting_after=${ids[1]}`, headers)
    expect(next.json).toMatchObject({ has_more: false, data: [{ id: ids[2] }] })
    expect((await call('DELETE', `/v1/customers/${ids[0]}`, headers)).json).toEqual({
      id: ids[0],
      object: 'customer',
      deleted: true,
    })
  })
})

it('gives lists of hashes back that were written with empty brackets or with numbers', async () => {
  const headers = { authorization: BEARER, 'content-type': 'application/x-www-form-urlencoded' }
  for (const [first, second] of [
    ['enabled_events[]', 'enabled_events[]'],
    ['enabled_events[0]', 'enabled_events[1]'],
    ['enabled_events[1]', 'enabled_events[7]'],
  ]) {
    const body = `url=http://127.0.0.1:9/&${first}=charge.succeeded&${second}=charge.failed&metadata[a]=b`
    const { json } = await call('POST', '/v1/webhook_endpoints', headers, body)
    expect(json.enabled_events).toEqual(['charge.succeeded', 'charge.failed'])
  }
})
