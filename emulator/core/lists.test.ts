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

describe('lists', () => {
  it('bring a limit within bounds, and have one cursor, which exists', async () => {
    const email = 'bounds@example.com'
    const [one, two] = [await stripe.customers.create({ email }), await stripe.customers.create({ email })]
    for (const limit of [0, -1]) {
      const page = await stripe.customers.list({ email, limit })
      expect([page.data.length, page.has_more]).toEqual([1, true])
    }
    expect((await stripe.customers.list({ email, limit: 101 })).data).toHaveLength(2)
    const missing = { statusCode: 400, code: 'resource_missing', message: "No such customer: 'cus_none'" }
    const refusals: [object, object][] = [
      [{ limit: 'ten' }, { param: 'limit', message: 'Invalid integer: ten' }],
      [
        { starting_after: one.id, ending_before: two.id },
        {
          ...{ code: undefined, param: undefined },
          message: 'Received both starting_after and ending_before parameters. Please pass in only one.',
        },
      ],
      [
        { starting_after: 'cus_none', ending_before: two.id },
        { ...missing, param: 'starting_after' },
      ],
      [{ ending_before: 'cus_none' }, { ...missing, param: 'ending_before' }],
    ]
    for (const [params, refusal] of refusals) {
      await expect(stripe.customers.list(params)).rejects.toMatchObject(refusal)
    }
  })

  it('are searched by the fields that Stripe knows, page by page', async () => {
    const name = 'Found Often'
    for (const phone of ['+1', '+2', '+3']) await stripe.customers.create({ name, phone })
    const query = `name:"${name}" AND -phone:"+2"`
    const first = await stripe.customers.search({ query, limit: 1 })
    expect(first).toMatchObject({ object: 'search_result', has_more: true, data: [{ phone: '+3' }] })
    const next = await stripe.customers.search({ query, limit: 1, page: String(first.next_page) })
    expect(next).toMatchObject({ has_more: false, next_page: null, data: [{ phone: '+1' }] })
    const refusals: [object, string][] = [
      [{ query: 'foo:"x"' }, 'Field `foo` is an unsupported search field for resource `customers`.'],
      [{ query: 'name' }, 'We were unable to parse your search query. Try using the format'],
      [{ query, page: 'p2' }, 'p2 is an invalid page.'],
      [{ query, limit: 101 }, "This value must be less than or equal to 100 (it currently is '101')."],
    ]
    for (const [params, message] of refusals) {
      const refused = stripe.customers.search(params as { query: string })
      await expect(refused).rejects.toMatchObject({ message: expect.stringContaining(message) })
    }
  })

  it('are narrowed by every bound of a time', async () => {
    const { created } = await stripe.customers.create({ email: 'when@example.com' })
    const found = async (range: object | number) =>
      (await stripe.customers.list({ email: 'when@example.com', created: range })).data.length
    expect(await found(created)).toBe(1)
    expect(await found({ gte: created, lte: created })).toBe(1)
    for (const range of [{ gt: created }, { lt: created }, { gte: created + 1 }, { lte: created - 1 }]) {
      expect(await found(range)).toBe(0)
    }
    await expect(found({ after: created })).rejects.toMatchObject({ param: 'created[after]' })
  })
})

describe('metadata', () => {
  it('has up to fifty keys of 40 characters with values of 500', async () => {
    const fifty = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`k${index}`, 'v']))
    const { id } = await stripe.customers.create({ metadata: { ...fifty, ['k'.repeat(40)]: '' } })
    const refused = (metadata: Record<string, string>) =>
      stripe.customers.update(id, { metadata }).then(
        () => 'taken',
        (error: Error) => error.message,
      )
    expect(await refused({ one_more: 'v' })).toBe("Metadata can have up to 50 keys, but you've set 51.")
    expect(await refused({ k0: '', one_more: 'v' })).toBe('taken')
    expect(await refused({ ['k'.repeat(41)]: 'v' })).toMatch(
      /^Metadata keys can have up to 40 characters, but you passed in a key that is 41 characters. Invalid key: k/,
    )
    expect(await refused({ k1: 'v'.repeat(501) })).toMatch(
      /^Metadata values can have up to 500 characters, but you passed in a value that is 501 characters. Invalid/,
    )
    expect((await stripe.customers.update(id, { metadata: '' })).metadata).toEqual({})
  })
})
