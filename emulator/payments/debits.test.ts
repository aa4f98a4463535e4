import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { funds, payableAccount } from '../testing/money.ts'
import { toldBy } from '../testing/told.ts'

let emulator: TestEmulator
let stripe: Stripe
beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
})
afterAll(() => emulator.stop())

const GOOD = 'AT611904300234573201'
const FAILING = 'AT861904300235473202'
/** Their banks take three minutes, so that no test is late. */
const SLOW = 'AT321904300235473204'
const SLOW_FAILING = 'AT051904300235473205'
const ONLINE = { ip_address: '203.0.113.7', user_agent: 'test' }
const AGREED = { customer_acceptance: { type: 'online', online: ONLINE } } as const
const EUROS = { amount: 10_000, currency: 'eur', payment_method_types: ['sepa_debit'] }

async function bank(iban: string): Promise<string> {
  const billing_details = { name: 'Ada', email: 'ada@example.com' }
  const method = { type: 'sepa_debit', sepa_debit: { iban }, billing_details } as const
  return (await stripe.paymentMethods.create(method)).id
}

const debit = async (iban: string, extra: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  stripe.paymentIntents.create({
    ...EUROS,
    payment_method: await bank(iban),
    confirm: true,
    mandate_data: AGREED,
    ...extra,
  } as Stripe.PaymentIntentCreateParams)

describe('a SEPA debit', () => {
  it('is processing until the bank answers, and then moves like any payment', async () => {
    const destination = await payableAccount(emulator)
    let id = ''
    const begun = await toldBy(emulator, async () => {
      const intent = await debit(SLOW, { transfer_data: { destination }, application_fee_amount: 1000 })
      id = intent.id
      expect(intent).toMatchObject({ status: 'processing', amount_received: 0 })
      await expect(stripe.refunds.create({ payment_intent: id })).rejects.toThrow('successful charge')
      await expect(stripe.paymentIntents.cancel(id)).rejects.toMatchObject({
        code: 'payment_intent_unexpected_state',
      })
    })
    expect(begun).toEqual(['payment_intent.created', 'charge.pending', 'payment_intent.processing'])
    const told = await toldBy(emulator, () => emulator.advance(180))
    expect(told.slice(0, 2)).toEqual(['charge.succeeded', 'payment_intent.succeeded'])
    expect(await stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] })).toMatchObject({
      status: 'succeeded',
      latest_charge: {
        id: expect.stringMatching(/^py_/),
        payment_method_details: { type: 'sepa_debit', sepa_debit: { last4: '3204', country: 'AT' } },
        transfer: expect.stringMatching(/^tr_/),
      },
    })
    expect(await funds(emulator, destination, 'eur')).toEqual([0, 9000])
    const refund = await stripe.refunds.create({ payment_intent: id, amount: 500 })
    expect(refund).toMatchObject({ id: expect.stringMatching(/^pyr_/), status: 'succeeded' })
  })

  it('may be refused later', async () => {
    const { id } = await debit(SLOW_FAILING)
    expect(await toldBy(emulator, () => emulator.advance(180))).toEqual([
      'charge.failed',
      'payment_intent.payment_failed',
    ])
    expect(await stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] })).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_payment_attempt_failed' },
      latest_charge: { status: 'failed', paid: false, amount_captured: 0 },
    })
  })

  it('is answered in seconds on other test accounts', async () => {
    const [good, bad] = [await debit(GOOD), await debit(FAILING)]
    await emulator.advance(5)
    expect((await stripe.paymentIntents.retrieve(good.id)).status).toBe('succeeded')
    expect((await stripe.paymentIntents.retrieve(bad.id)).status).toBe('requires_payment_method')
  })

  it('is refused at once where it cannot be', async () => {
    await expect(debit(GOOD, { mandate_data: '' })).rejects.toMatchObject({ param: 'mandate_data' })
    await expect(debit(GOOD, { currency: 'usd' })).rejects.toMatchObject({ param: 'currency' })
    await expect(debit(GOOD, { capture_method: 'manual' })).rejects.toMatchObject({ param: 'capture_method' })
    await expect(debit(GOOD, { allowed_payment_method_types: ['card'] })).rejects.toMatchObject({
      code: 'payment_intent_incompatible_payment_method',
    })
    await expect(bank('AT611904300234573202')).rejects.toMatchObject({ param: 'sepa_debit[iban]' })
    await expect(
      stripe.paymentMethods.create({ type: 'sepa_debit', sepa_debit: { iban: GOOD } }),
    ).rejects.toMatchObject({ param: 'billing_details[name]' })
  })
})

describe('a mandate', () => {
  it('is given when a bank account is saved, used by later payments, and ends with it', async () => {
    const { id: customer } = await stripe.customers.create()
    const payment_method = await bank(GOOD)
    const wish = { customer, payment_method, confirm: true, allowed_payment_method_types: ['sepa_debit'] }
    await expect(stripe.setupIntents.create(wish as Stripe.SetupIntentCreateParams)).rejects.toMatchObject({
      param: 'mandate_data',
    })
    const setup = await stripe.setupIntents.create({
      ...wish,
      mandate_data: AGREED,
      expand: ['mandate'],
    } as Stripe.SetupIntentCreateParams)
    expect(setup).toMatchObject({ status: 'succeeded', mandate: { status: 'active', payment_method } })
    const mandate = setup.mandate as Stripe.Mandate
    expect(await stripe.mandates.retrieve(mandate.id)).toMatchObject({
      customer_acceptance: { type: 'online', online: ONLINE },
      payment_method_details: { type: 'sepa_debit', sepa_debit: { reference: expect.any(String) } },
    })
    const paid = await stripe.paymentIntents.create({
      ...EUROS,
      ...{ customer, payment_method, confirm: true, off_session: true, expand: ['latest_charge'] },
    } as Stripe.PaymentIntentCreateParams)
    expect(paid.latest_charge).toMatchObject({
      payment_method_details: { sepa_debit: { mandate: mandate.id } },
    })
    expect(await toldBy(emulator, () => stripe.paymentMethods.detach(payment_method))).toEqual([
      'mandate.updated',
      'payment_method.detached',
    ])
    expect((await stripe.mandates.retrieve(mandate.id)).status).toBe('inactive')
  })
})
