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

const CUSTOM: Stripe.V2.Core.AccountCreateParams = {
  contact_email: 'ada@example.com',
  dashboard: 'none',
  defaults: {
    responsibilities: { fees_collector: 'application', losses_collector: 'application' },
    profile: { product_description: 'Boats, painted.' },
  },
  configuration: {
    merchant: { capabilities: { card_payments: { requested: true } }, mcc: '8999' },
    recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } },
  },
  identity: {
    country: 'gb',
    entity_type: 'individual',
    individual: { given_name: 'Ada', surname: 'Lovelace', date_of_birth: { day: 10, month: 12, year: 1985 } },
    attestations: {
      terms_of_service: {
        account: { date: '2026-01-02T03:04:05Z', ip: '203.0.113.9', user_agent: 'a browser' },
      },
    },
  },
  metadata: { row: 'cac_1' },
}
const open = (changes: object = {}, options: Stripe.RequestOptions = {}) =>
  stripe.v2.core.accounts.create({ ...CUSTOM, ...changes }, options)

async function control(path: string, sent: object): Promise<void> {
  const answer = await fetch(`${emulator.url}/_control/${path}`, {
    method: 'POST',
    body: JSON.stringify(sent),
  })
  expect(answer.status).toBe(200)
}

describe('accounts of the second version', () => {
  it('open an account that the first version shows as ours to answer for, with all that was said', async () => {
    const account = await open({
      include: ['configuration.merchant', 'configuration.recipient', 'defaults', 'identity'],
    })
    expect(account).toMatchObject({
      object: 'v2.core.account',
      applied_configurations: ['merchant', 'recipient'],
      contact_email: 'ada@example.com',
      dashboard: 'none',
      configuration: {
        merchant: { applied: true, mcc: '8999', capabilities: { card_payments: { status: 'restricted' } } },
        recipient: { capabilities: { stripe_balance: { stripe_transfers: { status: 'restricted' } } } },
      },
      defaults: {
        currency: 'gbp',
        responsibilities: {
          fees_collector: 'application',
          losses_collector: 'application',
          requirements_collector: 'application',
        },
      },
      identity: { country: 'gb', entity_type: 'individual' },
      metadata: { row: 'cac_1' },
    })
    expect(await stripe.accounts.retrieve(account.id)).toMatchObject({
      country: 'GB',
      email: 'ada@example.com',
      business_type: 'individual',
      controller: {
        requirement_collection: 'application',
        losses: { payments: 'application' },
        fees: { payer: 'application' },
        stripe_dashboard: { type: 'none' },
      },
      individual: { first_name: 'Ada', dob: { year: 1985 } },
      tos_acceptance: { date: Date.parse('2026-01-02T03:04:05Z') / 1000, ip: '203.0.113.9' },
      business_profile: { mcc: '8999', product_description: 'Boats, painted.' },
      metadata: { row: 'cac_1' },
    })
  })

  it('leave out what nobody asks for, and are the same accounts as those of the first version', async () => {
    const made = await stripe.accounts.create({ type: 'custom', country: 'US', email: 'first@example.com' })
    const seen = await stripe.v2.core.accounts.retrieve(made.id)
    expect(seen).toMatchObject({
      id: made.id,
      contact_email: 'first@example.com',
      dashboard: 'none',
      applied_configurations: [],
    })
    expect(seen.configuration ?? seen.identity ?? seen.defaults).toBeUndefined()
    await stripe.v2.core.accounts.update(made.id, { display_name: 'Boatyard', metadata: { a: 'b' } })
    expect(await stripe.accounts.retrieve(made.id)).toMatchObject({
      business_profile: { name: 'Boatyard' },
      metadata: { a: 'b' },
    })
    await stripe.accounts.update(made.id, { email: 'second@example.com' })
    expect((await stripe.v2.core.accounts.retrieve(made.id)).contact_email).toBe('second@example.com')
  })

  it('are opened once under one key, and listed page after page', async () => {
    const [one, two] = await Promise.all([
      open({}, { idempotencyKey: 'same' }),
      open({}, { idempotencyKey: 'same' }).catch(() => null),
    ])
    const again = await open({}, { idempotencyKey: 'same' })
    expect([two?.id ?? one.id, again.id]).toEqual([one.id, one.id])
    const seen: string[] = []
    for await (const { id } of stripe.v2.core.accounts.list({ limit: 1 })) seen.push(id)
    expect(seen.length).toBeGreaterThan(2)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual((await stripe.accounts.list()).data.map(({ id }) => id))
  })

  it.each([
    [{ identity: { entity_type: 'individual' } }, 'identity.country'],
    [{ contact_email: undefined }, 'contact_email'],
    [{ defaults: {} }, 'defaults.responsibilities'],
    [{ identity: { country: 'xx' } }, 'country'],
  ])('refuse what lacks %j', async (changes, param) => {
    await expect(open(changes)).rejects.toMatchObject({ statusCode: 400, param })
  })

  it('refuse unknown parameters and what is no JSON', async () => {
    await expect(open({ colour: 'red' })).rejects.toMatchObject({ code: 'parameter_unknown' })
    const headers = { authorization: 'Bearer sk_test_local', 'content-type': 'application/json' }
    for (const body of ['{', '[]', 'a=b']) {
      const answer = await fetch(`${emulator.url}/v2/core/accounts`, { method: 'POST', headers, body })
      expect(answer.status).toBe(400)
    }
  })

  it('are the only way for a platform that the first version refuses', async () => {
    await control('accounts-v1', { allowed: false })
    await expect(stripe.accounts.create({ type: 'custom', country: 'US' })).rejects.toThrow(
      /no longer recommends Accounts v1.*POST \/v2\/core\/accounts/,
    )
    expect((await open()).id).toMatch(/^acct_/)
    await control('accounts-v1', { allowed: true })
    expect((await stripe.accounts.create({ type: 'custom', country: 'US' })).id).toMatch(/^acct_/)
  })
})
