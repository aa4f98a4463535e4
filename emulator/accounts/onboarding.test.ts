import http from 'node:http'
import type { AddressInfo } from 'node:net'
import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attachFiles, clockOf, describedAccount, openAccount, uploadDocument } from '../testing/contractor.ts'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { png } from '../testing/png.ts'

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

const now = () => clockOf(emulator)

describe('opening an account', () => {
  it('lists what is wanted, and what is given leaves the list', async () => {
    const account = await openAccount(stripe, 'US')
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
      'tos_acceptance.date',
      'tos_acceptance.ip',
    ])
    const tos = await stripe.accounts.update(account.id, {
      tos_acceptance: { date: await now(), ip: '203.0.113.7' },
    })
    expect(tos.requirements?.currently_due).not.toContain('tos_acceptance.date')
  })

  it('asks for what the country wants', async () => {
    const german = await openAccount(stripe, 'DE')
    expect(german.default_currency).toBe('eur')
    expect(german.requirements?.currently_due).not.toContain('individual.ssn_last_4')
    expect(german.requirements?.currently_due).not.toContain('individual.address.state')
    const canadian = await openAccount(stripe, 'CA')
    expect(canadian.requirements?.eventually_due).not.toContain('individual.id_number')
    expect(canadian.requirements?.currently_due).toContain('individual.address.state')
  })

  it('refuses impossible terms, birthdays and countries', async () => {
    const { id } = await openAccount(stripe, 'US')
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
    await expect(openAccount(stripe, 'XX')).rejects.toThrow('not currently supported')
    await expect(stripe.accounts.retrieve('acct_missing')).rejects.toMatchObject({
      statusCode: 403,
      code: 'account_invalid',
    })
  })
})

describe('from nothing to verified', () => {
  it('needs both documents, checks them on the clock, and enables charges and payouts', async () => {
    const id = await describedAccount(emulator)
    await emulator.advance(5)
    const due = (await stripe.accounts.retrieve(id)).requirements?.currently_due
    expect(due).toEqual(['individual.verification.additional_document', 'individual.verification.document'])

    const passport = await uploadDocument(stripe, id, png(40, 30, 10))
    const first = await attachFiles(stripe, id, { document: { front: passport.id } })
    expect(first.requirements?.currently_due).toEqual(['individual.verification.additional_document'])
    expect(first.requirements?.pending_verification).toEqual(['individual.verification.document'])
    await emulator.advance(5)
    expect((await stripe.accounts.retrieve(id)).charges_enabled).toBe(false)

    const bill = await uploadDocument(stripe, id, png(40, 30, 12))
    const second = await attachFiles(stripe, id, { additional_document: { front: bill.id } })
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
    await expect(attachFiles(stripe, id, { document: { front: passport.id } })).rejects.toThrow(
      'if an account is verified',
    )
  })

  it('tells of it at the Connect endpoint', async () => {
    const id = await describedAccount(emulator)
    const file = await uploadDocument(stripe, id, png(40, 30, 11))
    const bill = await uploadDocument(stripe, id, png(40, 30, 13))
    await attachFiles(stripe, id, { document: { front: file.id }, additional_document: { front: bill.id } })
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
})
