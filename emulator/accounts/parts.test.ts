import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADA, attachFiles, bankToken, clockOf, describedAccount, openAccount } from '../testing/contractor.ts'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'

let emulator: TestEmulator
let stripe: Stripe

beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
})

afterAll(() => emulator.stop())

/** A person whom Stripe's records know, in test mode. */
const KNOWN = {
  first_name: 'Chuck',
  last_name: 'Bartowski',
  email: 'chuck@example.com',
  phone: '0000000000',
  dob: { day: 1, month: 1, year: 1901 },
  address: { line1: 'address_full_match', city: 'Berlin', postal_code: '10115' },
}

const GOOD = 'file_identity_document_success'

async function verifiedAccount(): Promise<string> {
  const id = await describedAccount(emulator)
  await attachFiles(stripe, id, { document: { front: GOOD }, additional_document: { front: GOOD } })
  await emulator.advance(5)
  return id
}

describe('bank accounts', () => {
  it('are replaced by external_account, of which a token works once', async () => {
    const id = await describedAccount(emulator)
    const token = await bankToken(emulator, '000111111116')
    const account = await stripe.accounts.update(id, { external_account: token })
    expect(account.external_accounts?.data).toMatchObject([
      {
        object: 'bank_account',
        last4: '1116',
        default_for_currency: true,
        bank_name: 'STRIPE TEST BANK',
        status: 'new',
      },
    ])
    await expect(stripe.accounts.update(id, { external_account: token })).rejects.toMatchObject({
      code: 'token_already_used',
      param: 'external_account',
    })
  })

  it('can be several, one of them the default, which goes last', async () => {
    const { id } = await openAccount(stripe, 'US')
    const first = await stripe.accounts.createExternalAccount(id, {
      external_account: await bankToken(emulator),
    })
    const second = await stripe.accounts.createExternalAccount(id, {
      external_account: await bankToken(emulator, '000222222227'),
      metadata: { note: 'savings' },
    })
    expect([first, second]).toMatchObject([{ default_for_currency: true }, { default_for_currency: false }])
    await expect(stripe.accounts.deleteExternalAccount(id, first.id)).rejects.toThrow(
      'default external account',
    )
    await stripe.accounts.updateExternalAccount(id, second.id, { default_for_currency: true })
    expect(await stripe.accounts.deleteExternalAccount(id, first.id)).toMatchObject({ deleted: true })
    const left = await stripe.accounts.listExternalAccounts(id, { object: 'bank_account' })
    expect(left.data.map(bank => bank.id)).toEqual([second.id])
    expect((await stripe.accounts.retrieve(id)).external_accounts?.data[0]).toMatchObject({
      metadata: { note: 'savings' },
    })
  })

  it('cannot go when they are the last one of the default currency', async () => {
    const id = await verifiedAccount()
    const [bank] = (await stripe.accounts.retrieve(id)).external_accounts?.data ?? []
    await expect(stripe.accounts.deleteExternalAccount(id, bank?.id ?? '')).rejects.toThrow(
      'default external account',
    )
  })

  it('that are missing stop payouts but not charges', async () => {
    const account = await stripe.accounts.create({
      type: 'custom',
      country: 'DE',
      business_type: 'individual',
      business_profile: { url: 'https://shop.example.com', mcc: '5734' },
      capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
      individual: { ...KNOWN, address: { ...KNOWN.address, country: 'DE' } },
      tos_acceptance: { date: await clockOf(emulator), ip: '203.0.113.7' },
    })
    expect(account).toMatchObject({
      capabilities: { card_payments: 'active', transfers: 'active' },
      charges_enabled: true,
      payouts_enabled: false,
      details_submitted: false,
      requirements: {
        currently_due: ['external_account'],
        past_due: ['external_account'],
        disabled_reason: 'requirements.past_due',
      },
    })
  })
})

describe('capabilities', () => {
  it('follow the requirements and can be given up', async () => {
    const id = await verifiedAccount()
    const both = await stripe.accounts.listCapabilities(id)
    expect(both.data.map(one => [one.id, one.status])).toEqual([
      ['card_payments', 'active'],
      ['transfers', 'active'],
    ])
    const gone = await stripe.accounts.updateCapability(id, 'card_payments', { requested: false })
    expect(gone).toMatchObject({ requested: false, status: 'unrequested' })
    const account = await stripe.accounts.retrieve(id)
    expect(account).toMatchObject({
      capabilities: { transfers: 'active' },
      charges_enabled: true,
      payouts_enabled: true,
    })
    const update = { capabilities: { flying: { requested: true } } } as Stripe.AccountUpdateParams
    await expect(stripe.accounts.update(id, update)).rejects.toMatchObject({ code: 'parameter_unknown' })
  })
})

describe('persons', () => {
  it('have the same requirements as their account, under their own names', async () => {
    const { id, individual } = await openAccount(stripe, 'US')
    const person = await stripe.accounts.retrievePerson(id, individual?.id ?? '')
    expect(person.requirements?.currently_due).toContain('first_name')
    const changed = await stripe.accounts.updatePerson(id, person.id, {
      first_name: 'Ada',
      id_number: '000000000',
    })
    expect(changed).toMatchObject({ first_name: 'Ada', id_number_provided: true })
    expect((await stripe.accounts.retrieve(id)).individual).toMatchObject({ first_name: 'Ada' })
  })

  it('of a company are wanted by their ids', async () => {
    const company = await stripe.accounts.create({
      type: 'custom',
      country: 'DE',
      business_type: 'company',
      capabilities: { transfers: { requested: true } },
    })
    expect(company.requirements?.currently_due).toContain('representative.first_name')
    const { ssn_last_4: _ssn, ...details } = ADA
    const person = await stripe.accounts.createPerson(company.id, {
      ...details,
      relationship: { representative: true, owner: true },
    })
    await emulator.advance(5)
    const due = (await stripe.accounts.retrieve(company.id)).requirements?.currently_due
    expect(due).toContain(`${person.id}.verification.document`)
    expect(due).not.toContain('representative.first_name')
    await stripe.accounts.deletePerson(company.id, person.id)
    expect((await stripe.accounts.listPersons(company.id)).data).toEqual([])
  })
})

describe('accounts', () => {
  it('are listed newest first, reached by their own header, and deleted', async () => {
    const older = await openAccount(stripe, 'GB')
    const newer = await openAccount(stripe, 'FR')
    const listed = await stripe.accounts.list({ limit: 2 })
    expect(listed.data.map(account => account.id)).toEqual([newer.id, older.id])
    const own = await stripe.accounts.retrieveCurrent({}, { stripeAccount: newer.id })
    expect(own.id).toBe(newer.id)
    const platform = await stripe.accounts.retrieveCurrent()
    expect(platform).toMatchObject({ country: 'US', charges_enabled: true })
    await expect(stripe.accounts.retrieve(older.id, {}, { stripeAccount: newer.id })).rejects.toMatchObject({
      statusCode: 403,
    })
    expect(await stripe.accounts.del(older.id)).toEqual({ id: older.id, object: 'account', deleted: true })
    await expect(stripe.accounts.retrieve(older.id)).rejects.toMatchObject({ code: 'account_invalid' })
  })

  it('can be rejected for good', async () => {
    const id = await verifiedAccount()
    const rejected = await stripe.accounts.reject(id, { reason: 'fraud' })
    expect(rejected).toMatchObject({
      charges_enabled: false,
      requirements: { disabled_reason: 'rejected.fraud' },
    })
  })
})
