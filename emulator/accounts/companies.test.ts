import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clockOf } from '../testing/contractor.ts'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'

let emulator: TestEmulator
let stripe: Stripe
beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
})
afterAll(() => emulator.stop())

const ADDRESS = { line1: 'address_full_match', city: 'Burbank', state: 'California', postal_code: '91506' }
const CHUCK = {
  first_name: 'Chuck',
  last_name: 'Bartowski',
  email: 'chuck@example.com',
  phone: '0000000000',
  dob: { day: 1, month: 1, year: 1901 },
  address: ADDRESS,
  ssn_last_4: '0000',
}

async function company(taxId: string): Promise<Stripe.Account> {
  return stripe.accounts.create({
    type: 'custom',
    country: 'US',
    business_type: 'company',
    business_profile: { name: 'Buy More, LLC', url: 'https://shop.example.com' },
    capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
    company: { name: 'Buy More, LLC', address: ADDRESS, phone: '0000000000', tax_id: taxId },
    external_account: 'btok_us_verified',
    tos_acceptance: { date: await clockOf(emulator), ip: '203.0.113.7' },
  })
}

const OWNER = { relationship: { representative: true, owner: true, title: 'CEO', percent_ownership: 100 } }

describe('a company in the United States', () => {
  it('names a representative and its owners, and then works', async () => {
    const opened = await company('000000000')
    expect(opened.requirements?.currently_due).toEqual(
      expect.arrayContaining([
        'company.owners_provided',
        'owners.email',
        'representative.first_name',
        'representative.relationship.title',
        'representative.ssn_last_4',
      ]),
    )
    expect(opened.requirements?.eventually_due).toContain('representative.id_number')
    expect(opened.requirements?.pending_verification).toContain('company.tax_id')
    expect(opened.settings?.payments.statement_descriptor).toBe('BUY MORE, LLC')
    await stripe.accounts.createPerson(opened.id, { ...CHUCK, ...OWNER })
    await stripe.accounts.update(opened.id, { company: { owners_provided: true } })
    await emulator.advance(5)
    expect(await stripe.accounts.retrieve(opened.id)).toMatchObject({
      charges_enabled: true,
      payouts_enabled: true,
      requirements: { currently_due: [], past_due: [] },
    })
  })

  it('whose number does not match proves it by a document', async () => {
    const { id } = await company('111111111')
    await stripe.accounts.createPerson(id, { ...CHUCK, ...OWNER })
    await stripe.accounts.update(id, { company: { owners_provided: true } })
    await emulator.advance(5)
    const failed = await stripe.accounts.retrieve(id)
    expect(failed.requirements).toMatchObject({
      currently_due: ['company.tax_id'],
      errors: [{ code: 'verification_failed_tax_id_match', requirement: 'company.tax_id' }],
      alternatives: [
        {
          alternative_fields_due: ['company.verification.document'],
          original_fields_due: ['company.tax_id'],
        },
      ],
    })
    const front = 'file_identity_document_success'
    await stripe.accounts.update(id, { company: { verification: { document: { front } } } })
    await emulator.advance(5)
    expect((await stripe.accounts.retrieve(id)).charges_enabled).toBe(true)
  })
})

it('what fails on an account that works is due in two weeks, and overdue after them', async () => {
  const { id } = await company('000000000')
  await stripe.accounts.createPerson(id, { ...CHUCK, ...OWNER })
  await stripe.accounts.update(id, { company: { owners_provided: true } })
  await emulator.advance(5)
  await stripe.accounts.update(id, { business_profile: { url: 'https://inaccessible.stripe.com' } })
  await emulator.advance(5)
  const warned = await stripe.accounts.retrieve(id)
  expect(warned).toMatchObject({
    charges_enabled: true,
    payouts_enabled: true,
    requirements: { currently_due: ['business_profile.url'], past_due: [], disabled_reason: null },
  })
  expect(warned.requirements?.errors?.[0]?.code).toBe('invalid_url_website_inaccessible')
  expect(warned.requirements?.current_deadline).toBeGreaterThan(await clockOf(emulator))
  await emulator.advance(15 * 86_400)
  expect(await stripe.accounts.retrieve(id)).toMatchObject({
    charges_enabled: false,
    payouts_enabled: false,
    requirements: { past_due: ['business_profile.url'], disabled_reason: 'requirements.past_due' },
  })
})

it('an account that asked for nothing is asked for the least, and cannot mix type and controller', async () => {
  const standard = await stripe.accounts.create({ type: 'standard', country: 'AU' })
  expect(standard.requirements?.currently_due).toEqual([
    'business_profile.product_description',
    'business_profile.support_phone',
    'business_profile.url',
    'external_account',
    'tos_acceptance.date',
    'tos_acceptance.ip',
  ])
  const both = { type: 'custom', controller: { losses: { payments: 'application' } } } as const
  await expect(stripe.accounts.create(both)).rejects.toMatchObject({ statusCode: 400, param: 'type' })
})

it('debit cards are paid out to, credit cards are not', async () => {
  const { id } = await company('000000000')
  const card = await stripe.accounts.createExternalAccount(id, {
    external_account: 'tok_visa_debit_us_transferSuccess',
  })
  expect(card).toMatchObject({
    object: 'card',
    account: id,
    currency: 'usd',
    available_payout_methods: ['standard', 'instant'],
    default_for_currency: false,
  })
  await expect(
    stripe.accounts.createExternalAccount(id, { external_account: 'tok_visa' }),
  ).rejects.toMatchObject({ code: 'invalid_card_type' })
})

it.each([
  ['tok_visa_triggerNextRequirements', true, true],
  ['tok_visa_triggerPayoutBlock', true, false],
  ['tok_visa_triggerChargeBlock', false, false],
])('a payment by %s asks for more', async (token, charges, payouts) => {
  const { id } = await company('000000000')
  await stripe.accounts.createPerson(id, { ...CHUCK, ...OWNER })
  await stripe.accounts.update(id, { company: { owners_provided: true } })
  await emulator.advance(5)
  const on = { stripeAccount: id }
  const method = await stripe.paymentMethods.create({ type: 'card', card: { token } }, on)
  await stripe.paymentIntents.create(
    {
      amount: 1000,
      currency: 'usd',
      confirm: true,
      payment_method: method.id,
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    },
    on,
  )
  const account = await stripe.accounts.retrieve(id)
  expect([account.charges_enabled, account.payouts_enabled]).toEqual([charges, payouts])
  expect(account.requirements?.currently_due?.[0]).toMatch(/^person_\w+\.id_number$/)
})
