import http from 'node:http'
import type { AddressInfo } from 'node:net'
import zlib from 'node:zlib'
import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'

/** A PNG of the given size and colour: small, whole and unlike any other. */
function png(width: number, height: number, colour: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const head = Buffer.alloc(4)
    head.writeUInt32BE(data.length)
    const named = Buffer.concat([Buffer.from(type), data])
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(zlib.crc32(named))
    return Buffer.concat([head, named, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const pixels = zlib.deflateSync(Buffer.alloc((width * 3 + 1) * Math.min(height, 64), colour))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const events: Stripe.Event[] = []
let receiver: http.Server
let emulator: TestEmulator
let stripe: Stripe

beforeAll(async () => {
  receiver = http.createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += String(part)
    const signature = String(request.headers['stripe-signature'])
    events.push(await Stripe.webhooks.constructEventAsync(body, signature, 'whsec_connect'))
    response.end()
  })
  await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
  const { port } = receiver.address() as AddressInfo
  const webhooks = [{ url: `http://127.0.0.1:${port}/`, secret: 'whsec_connect', connect: true }]
  emulator = await startTestEmulator({ webhooks })
  stripe = emulator.stripe
})

afterAll(async () => {
  await emulator.stop()
  await new Promise(resolve => receiver.close(resolve))
})

async function now(): Promise<number> {
  return Number((await emulator.control('GET', 'clock')).now)
}

function newAccount(country: string) {
  return stripe.accounts.create({
    country,
    email: 'ada@example.com',
    business_type: 'individual',
    controller: {
      fees: { payer: 'application' },
      losses: { payments: 'application' },
      requirement_collection: 'application',
      stripe_dashboard: { type: 'none' },
    },
    capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
    business_profile: { mcc: '8999', product_description: 'Translations' },
    settings: { payouts: { schedule: { interval: 'manual' } } },
  })
}

const PERSON = {
  first_name: 'Ada',
  last_name: 'Byron',
  email: 'ada@example.com',
  phone: '+12025550123',
  dob: { day: 10, month: 12, year: 1985 },
  address: { line1: '1 Main Street', city: 'Austin', state: 'TX', postal_code: '78701', country: 'US' },
  ssn_last_4: '0000',
}

function upload(account: string, data: Buffer, name = 'passport.png') {
  const file = { data, name, type: 'image/png' }
  return stripe.files.create({ purpose: 'identity_document', file }, { stripeAccount: account })
}

async function bankToken(): Promise<string> {
  const token = await emulator.browser.tokens.create({
    bank_account: {
      country: 'US',
      currency: 'usd',
      routing_number: '110000000',
      account_number: '000123456789',
      account_holder_name: 'Ada Byron',
      account_holder_type: 'individual',
    },
  })
  return token.id
}

/** An account that lacks its documents only. */
async function describedAccount(): Promise<string> {
  const { id } = await newAccount('US')
  await stripe.accounts.update(id, {
    individual: PERSON,
    tos_acceptance: { date: await now(), ip: '203.0.113.7' },
    external_account: await bankToken(),
  })
  return id
}

function attach(id: string, verification: Stripe.AccountUpdateParams.Individual['verification']) {
  return stripe.accounts.update(id, { individual: { verification } })
}

describe('opening an account', () => {
  it('lists what is wanted, and what is given leaves the list', async () => {
    const account = await newAccount('US')
    expect(account).toMatchObject({
      type: 'none',
      charges_enabled: false,
      payouts_enabled: false,
      default_currency: 'usd',
    })
    expect(account.controller?.requirement_collection).toBe('application')
    expect(account.capabilities).toEqual({ card_payments: 'inactive', transfers: 'inactive' })
    expect(account.requirements?.disabled_reason).toBe('requirements.past_due')
    expect(account.settings?.payouts?.schedule.interval).toBe('manual')
    expect(account.requirements?.currently_due).toEqual([
      'external_account',
      'individual.address.city',
      'individual.address.line1',
      'individual.address.postal_code',
      'individual.address.state',
      'individual.dob.day',
      'individual.dob.month',
      'individual.dob.year',
      'individual.email',
      'individual.first_name',
      'individual.last_name',
      'individual.phone',
      'individual.ssn_last_4',
      'individual.verification.additional_document',
      'individual.verification.document',
      'tos_acceptance.date',
      'tos_acceptance.ip',
    ])
    const tos = await stripe.accounts.update(account.id, {
      tos_acceptance: { date: await now(), ip: '203.0.113.7' },
    })
    expect(tos.requirements?.currently_due).not.toContain('tos_acceptance.date')
  })

  it('asks for what the country wants', async () => {
    const german = await newAccount('DE')
    expect(german.default_currency).toBe('eur')
    expect(german.requirements?.currently_due).not.toContain('individual.ssn_last_4')
    expect(german.requirements?.currently_due).not.toContain('individual.address.state')
    const canadian = await newAccount('CA')
    expect(canadian.requirements?.currently_due).not.toContain('individual.id_number')
    expect(canadian.requirements?.eventually_due).toContain('individual.id_number')
    expect(canadian.requirements?.currently_due).toContain('individual.address.state')
  })

  it('refuses impossible terms, birthdays and countries', async () => {
    const { id } = await newAccount('US')
    const future = { date: (await now()) + 3600, ip: '203.0.113.7' }
    await expect(stripe.accounts.update(id, { tos_acceptance: future })).rejects.toMatchObject({
      statusCode: 400,
      param: 'tos_acceptance[date]',
    })
    const badIp = { date: await now(), ip: 'localhost' }
    await expect(stripe.accounts.update(id, { tos_acceptance: badIp })).rejects.toMatchObject({
      param: 'tos_acceptance[ip]',
    })
    const child = { dob: { day: 1, month: 1, year: 2020 } }
    await expect(stripe.accounts.update(id, { individual: child })).rejects.toThrow('at least 13 years')
    await expect(newAccount('XX')).rejects.toThrow('not currently supported')
    await expect(stripe.accounts.retrieve('acct_missing')).rejects.toMatchObject({
      statusCode: 403,
      code: 'account_invalid',
    })
  })
})

describe('from nothing to verified', () => {
  it('needs both documents, checks them on the clock, and enables charges and payouts', async () => {
    const id = await describedAccount()
    await emulator.advance(5)
    const due = (await stripe.accounts.retrieve(id)).requirements?.currently_due
    expect(due).toEqual(['individual.verification.additional_document', 'individual.verification.document'])

    const passport = await upload(id, png(40, 30, 10))
    const first = await attach(id, { document: { front: passport.id } })
    expect(first.requirements?.currently_due).toEqual(['individual.verification.additional_document'])
    expect(first.requirements?.pending_verification).toEqual(['individual.verification.document'])
    await emulator.advance(5)
    expect((await stripe.accounts.retrieve(id)).charges_enabled).toBe(false)

    const second = await attach(id, { additional_document: { front: passport.id } })
    expect(second.requirements).toMatchObject({
      currently_due: [],
      pending_verification: ['individual.verification.additional_document'],
      disabled_reason: 'requirements.pending_verification',
    })
    expect(second.capabilities).toEqual({ card_payments: 'pending', transfers: 'pending' })
    expect(second.details_submitted).toBe(true)
    await emulator.advance(5)

    const done = await stripe.accounts.retrieve(id)
    expect(done).toMatchObject({ charges_enabled: true, payouts_enabled: true })
    expect(done.capabilities).toEqual({ card_payments: 'active', transfers: 'active' })
    expect(done.individual?.verification?.status).toBe('verified')
    expect(done.requirements).toMatchObject({
      currently_due: [],
      eventually_due: [],
      errors: [],
      disabled_reason: null,
    })
    await expect(stripe.accounts.update(id, { individual: { first_name: 'Eve' } })).rejects.toMatchObject({
      statusCode: 400,
      param: 'individual[first_name]',
    })
    await expect(attach(id, { document: { front: passport.id } })).rejects.toThrow(
      'if an account is verified',
    )
  })

  it('tells of it at the Connect endpoint', async () => {
    const id = await describedAccount()
    const file = await upload(id, png(40, 30, 11))
    await attach(id, { document: { front: file.id }, additional_document: { front: file.id } })
    await emulator.advance(5)
    await emulator.control('POST', 'webhooks/flush', {})
    const own = events.filter(event => event.account === id)
    const types = own.map(event => event.type)
    expect(types).toContain('person.created')
    expect(types).toContain('person.updated')
    expect(types).toContain('account.external_account.created')
    const active = own.filter(
      event => event.type === 'capability.updated' && event.data.object.status === 'active',
    )
    expect(active.map(event => (event.data.object as Stripe.Capability).id).sort()).toEqual([
      'card_payments',
      'transfers',
    ])
    const updates = own
      .filter(event => event.type === 'account.updated')
      .sort((a, b) => a.created - b.created)
    const last = updates.at(-1)
    expect(last?.data.object).toMatchObject({ id, charges_enabled: true })
    expect(last?.data.previous_attributes).toMatchObject({ charges_enabled: false })
  })

  it('takes the ready-made test files', async () => {
    const id = await describedAccount()
    const good = 'file_identity_document_success'
    await attach(id, { document: { front: good, back: good }, additional_document: { front: good } })
    await emulator.advance(5)
    expect((await stripe.accounts.retrieve(id)).charges_enabled).toBe(true)
    const other = await describedAccount()
    await attach(other, { document: { front: 'file_identity_document_failure' } })
    await emulator.advance(5)
    const errors = (await stripe.accounts.retrieve(other)).requirements?.errors
    expect(errors?.[0]).toMatchObject({
      code: 'verification_failed_document_match',
      requirement: 'individual.verification.document',
    })
  })

  it('checks at once for the birthday 1902-01-01, and stops for 1900-01-01', async () => {
    const id = await describedAccount()
    await stripe.accounts.update(id, {
      individual: { dob: { day: 1, month: 1, year: 1902 }, id_number: '000000000' },
    })
    const good = 'file_identity_document_success'
    const done = await attach(id, { document: { front: good }, additional_document: { front: good } })
    expect(done.charges_enabled).toBe(true)
    const other = await describedAccount()
    const listed = await stripe.accounts.update(other, {
      individual: { dob: { day: 1, month: 1, year: 1900 } },
    })
    expect(listed.requirements?.disabled_reason).toBe('listed')
  })
})

describe('a rejected document', () => {
  it.each([
    ['passport-expired.png', '', 'verification_document_expired'],
    ['scan_not_readable.png', '', 'verification_document_not_readable'],
    ['greyscale.png', '', 'verification_document_failed_greyscale'],
    ['FAIL.png', '', 'verification_failed_document_match'],
    ['document.png', 'local-stripe:name_mismatch', 'verification_document_name_mismatch'],
  ])('%s %s -> %s', async (name, mark, code) => {
    const id = await describedAccount()
    const bytes = Buffer.concat([png(20, 20, 1), Buffer.from(mark)])
    const file = await upload(id, bytes, name)
    await attach(id, { document: { front: file.id } })
    await emulator.advance(5)
    const account = await stripe.accounts.retrieve(id)
    expect(account.requirements?.errors).toMatchObject([
      { code, requirement: 'individual.verification.document' },
    ])
    expect(account.requirements?.currently_due).toContain('individual.verification.document')
    expect(account.individual?.verification?.document?.front).toBeNull()
  })

  it('is not taken a second time, and another one mends it', async () => {
    const id = await describedAccount()
    const bytes = png(9000, 20, 3)
    await attach(id, { document: { front: (await upload(id, bytes)).id } })
    await emulator.advance(5)
    const tooLarge = await stripe.accounts.retrieve(id)
    expect(tooLarge.requirements?.errors?.[0]?.code).toBe('verification_document_too_large')
    await attach(id, { document: { front: (await upload(id, bytes)).id } })
    await emulator.advance(5)
    const copy = await stripe.accounts.retrieve(id)
    expect(copy.requirements?.errors?.[0]?.code).toBe('verification_document_failed_copy')
    const good = await upload(id, png(20, 20, 4))
    const again = await attach(id, { document: { front: good.id }, additional_document: { front: good.id } })
    expect(again.requirements?.errors).toEqual([])
    await emulator.advance(5)
    expect((await stripe.accounts.retrieve(id)).charges_enabled).toBe(true)
  })

  it('also rejects numbers and addresses that do not match', async () => {
    const id = await describedAccount()
    await stripe.accounts.update(id, {
      individual: { id_number: '111111111', address: { line1: 'address_no_match' } },
    })
    await emulator.advance(5)
    const account = await stripe.accounts.retrieve(id)
    expect(account.requirements?.errors?.map(error => [error.requirement, error.code])).toEqual([
      ['individual.address.line1', 'verification_failed_address_match'],
      ['individual.ssn_last_4', 'verification_failed_id_number_match'],
    ])
    await stripe.accounts.update(id, {
      individual: { id_number: '000000000', address: { line1: '1 Main Street' } },
    })
    await emulator.advance(5)
    expect((await stripe.accounts.retrieve(id)).requirements?.errors).toEqual([])
  })
})
