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
  it('have bounds, one cursor, and cursors that exist', async () => {
    const refusals: [object, object][] = [
      [{ limit: 0 }, { param: 'limit', code: 'parameter_invalid_integer' }],
      [{ limit: 101 }, { param: 'limit', message: 'This value must be less than or equal to 100.' }],
      [{ limit: 'ten' }, { param: 'limit', message: 'Invalid integer: ten' }],
      [
        { starting_after: 'pm_1', ending_before: 'pm_2' },
        { message: 'You may only specify one of these parameters: ending_before, starting_after.' },
      ],
      [
        { starting_after: 'pm_none' },
        {
          statusCode: 400,
          code: 'resource_missing',
          param: 'starting_after',
          message: "No such PaymentMethod: 'pm_none'",
        },
      ],
      [{ ending_before: 'pm_none' }, { code: 'resource_missing', param: 'ending_before' }],
    ]
    for (const [params, refusal] of refusals) {
      await expect(stripe.paymentMethods.list(params)).rejects.toMatchObject(refusal)
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
