import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cardOf, PLAIN, payWith } from '../testing/cards.ts'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { payer } from '../testing/money.ts'

let emulator: TestEmulator
let stripe: Stripe
beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
})
afterAll(() => emulator.stop())

describe('declines', () => {
  it.each([
    ['4000000000000002', 'card_declined', 'generic_decline'],
    ['4000000000009995', 'card_declined', 'insufficient_funds'],
    ['4000000000009987', 'card_declined', 'lost_card'],
    ['4000000000009979', 'card_declined', 'stolen_card'],
    ['4000000000000069', 'expired_card', 'expired_card'],
    ['4000000000000127', 'incorrect_cvc', 'incorrect_cvc'],
    ['4000000000000119', 'processing_error', 'processing_error'],
  ])('%s answers 402 %s %s and leaves a failed charge', async (number, code, declineCode) => {
    const error = await payWith(emulator, number).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    if (!(error instanceof Stripe.errors.StripeCardError)) throw new Error(`not declined: ${String(error)}`)
    expect(error).toMatchObject({ statusCode: 402, code, decline_code: declineCode })
    expect(error.payment_intent).toMatchObject({
      status: 'requires_payment_method',
      payment_method: null,
      last_payment_error: { code, type: 'card_error' },
    })
    const intent = await stripe.paymentIntents.retrieve(error.payment_intent?.id ?? '')
    expect(intent.latest_charge).toBe(error.charge)
    const charge = await stripe.charges.retrieve(error.charge ?? '')
    expect(charge).toMatchObject({ status: 'failed', paid: false, failure_code: code })
    const types = (await stripe.events.list({ limit: 3 })).data.map(event => event.type)
    expect(types).toEqual(['payment_intent.payment_failed', 'charge.failed', 'payment_intent.created'])
  })

  it('are replayed under their key', async () => {
    const { id } = await cardOf(emulator, '4000000000000002')
    const options = { idempotencyKey: 'declined-once' }
    const params = { ...PLAIN, payment_method: id }
    const first = await stripe.paymentIntents.create(params, options).catch((error: unknown) => error)
    const again = await stripe.paymentIntents.create(params, options).catch((error: unknown) => error)
    expect((again as Stripe.errors.StripeCardError).charge).toBe(
      (first as Stripe.errors.StripeCardError).charge,
    )
  })

  it('reject impossible card data before any bank is asked', async () => {
    await expect(cardOf(emulator, '4242424242424241')).rejects.toMatchObject({
      code: 'incorrect_number',
      statusCode: 402,
    })
    const card = { number: '4242424242424242', exp_month: 13, exp_year: 2034 }
    await expect(stripe.paymentMethods.create({ type: 'card', card })).rejects.toMatchObject({
      code: 'invalid_expiry_month',
    })
  })

  it('come when a bad card is saved, except with the one that only fails when charged', async () => {
    const customer = (await stripe.customers.create()).id
    const bad = await cardOf(emulator, '4000000000000002')
    await expect(stripe.paymentMethods.attach(bad.id, { customer })).rejects.toMatchObject({
      code: 'card_declined',
    })
    const later = await cardOf(emulator, '4000000000000341')
    await stripe.paymentMethods.attach(later.id, { customer })
    await expect(
      stripe.paymentIntents.create({ ...PLAIN, customer, payment_method: later.id }),
    ).rejects.toMatchObject({ code: 'card_declined' })
  })
})

describe('what is said of a card', () => {
  const address = { line1: '1 Main Street', postal_code: '94107' }
  it.each([
    ['4242424242424242', 'pass', 'pass', 'pass'],
    ['4000000000000010', 'fail', 'fail', 'pass'],
    ['4000000000000028', 'fail', 'pass', 'pass'],
    ['4000000000000036', 'pass', 'fail', 'pass'],
    ['4000000000000044', 'unavailable', 'unavailable', 'pass'],
    ['4000000000000101', 'pass', 'pass', 'fail'],
  ])('%s has the checks %s, %s and %s once the bank was asked', async (number, line1, zip, cvc) => {
    const card = { number, exp_month: 12, exp_year: 2034, cvc: '123' }
    const billing_details = { address }
    const method = await emulator.browser.paymentMethods.create({ type: 'card', card, billing_details })
    const checks = (first: string, second: string, third: string) => ({
      ...{ address_line1_check: first, address_postal_code_check: second, cvc_check: third },
    })
    expect(method.card?.checks).toEqual(checks('unchecked', 'unchecked', 'unchecked'))
    const paid = await stripe.paymentIntents.create({
      ...{ ...PLAIN, payment_method: method.id, expand: ['latest_charge'] },
    })
    const charge = paid.latest_charge as Stripe.Charge
    expect(charge.payment_method_details?.card?.checks).toEqual(checks(line1, zip, cvc))
  })

  const RISKS: [source: string, status: string, reason: string | null, risk: string, message: string][] = [
    ['tok_visa', 'approved_by_network', null, 'normal', 'Payment complete.'],
    ['tok_riskLevelElevated', 'approved_by_network', null, 'elevated', 'Payment complete.'],
    [
      'tok_chargeDeclined',
      'declined_by_network',
      'generic_decline',
      'normal',
      'The bank did not return any further details with this decline.',
    ],
    [
      'tok_chargeDeclinedStolenCard',
      'declined_by_network',
      'stolen_card',
      'normal',
      'The bank returned the decline code `stolen_card`.',
    ],
    [
      'tok_radarBlock',
      'not_sent_to_network',
      'highest_risk_level',
      'highest',
      'Stripe blocked this payment as too risky.',
    ],
  ]
  it.each(RISKS)(
    '%s is %s because of %s',
    async (source, network_status, reason, risk_level, seller_message) => {
      const made = stripe.charges.create({ amount: 900, currency: 'usd', source })
      await made.catch((error: Stripe.errors.StripeCardError) => expect(error.statusCode).toBe(402))
      const [charge] = (await stripe.charges.list({ limit: 1 })).data
      expect(charge?.outcome).toMatchObject({ network_status, reason, risk_level, seller_message })
    },
  )
})

describe('cards that are kept', () => {
  it('know their brand and have one fingerprint per number', async () => {
    const [first, second, other] = [
      await cardOf(emulator, '4242424242424242'),
      await cardOf(emulator, '4242 4242 4242 4242'),
      await cardOf(emulator, '5555555555554444'),
    ]
    expect(first.card).toMatchObject({ brand: 'visa', last4: '4242', country: 'US', funding: 'credit' })
    expect(second.card?.fingerprint).toBe(first.card?.fingerprint)
    expect(other.card).toMatchObject({ brand: 'mastercard', last4: '4444' })
    expect(other.card?.fingerprint).not.toBe(first.card?.fingerprint)
  })

  it('are listed, made default and removed for good', async () => {
    const { customer, payment_method: id } = await payer(emulator)
    await stripe.customers.update(customer, { invoice_settings: { default_payment_method: id } })
    expect((await stripe.paymentMethods.list({ customer, type: 'card' })).data.map(one => one.id)).toEqual([
      id,
    ])
    await stripe.paymentMethods.detach(id)
    expect((await stripe.customers.listPaymentMethods(customer)).data).toEqual([])
    expect(await stripe.customers.retrieve(customer)).toMatchObject({
      invoice_settings: { default_payment_method: null },
    })
    await expect(stripe.paymentMethods.attach(id, { customer })).rejects.toThrow(/may not be used again/)
  })

  it('can come as a confirmation token, once', async () => {
    const token = await stripe.testHelpers.confirmationTokens.create({ payment_method: 'pm_card_visa' })
    expect(token.payment_method_preview?.card?.last4).toBe('4242')
    const intent = await stripe.paymentIntents.create({ ...PLAIN, confirmation_token: token.id })
    expect(intent.status).toBe('succeeded')
    await expect(
      stripe.paymentIntents.create({ ...PLAIN, confirmation_token: token.id }),
    ).rejects.toMatchObject({
      param: 'confirmation_token',
    })
  })

  it('can only become the default of the customer that has them', async () => {
    const { payment_method } = await payer(emulator)
    const { id } = await stripe.customers.create()
    await expect(
      stripe.customers.update(id, { invoice_settings: { default_payment_method: payment_method } }),
    ).rejects.toMatchObject({ code: 'resource_missing' })
  })

  it('cannot be used twice without a customer', async () => {
    const { id } = await cardOf(emulator, '4242424242424242')
    await stripe.paymentIntents.create({ ...PLAIN, payment_method: id })
    await expect(stripe.paymentIntents.create({ ...PLAIN, payment_method: id })).rejects.toThrow(
      /previously used/,
    )
  })
})
