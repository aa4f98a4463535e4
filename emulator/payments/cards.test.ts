import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { payer } from '../testing/money.ts'

let emulator: TestEmulator
let stripe: Stripe
beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
})
afterAll(() => emulator.stop())

const PLAIN = { amount: 2000, currency: 'usd', confirm: true } as const

/** Types a card into the browser and pays with it. */
async function payWith(number: string, extra: Partial<Stripe.PaymentIntentCreateParams> = {}) {
  const method = await cardOf(number)
  return stripe.paymentIntents.create({ ...PLAIN, ...extra, payment_method: method.id })
}

function cardOf(number: string) {
  return emulator.browser.paymentMethods.create({
    type: 'card',
    card: { number, exp_month: 12, exp_year: 2034, cvc: '123' },
  })
}

/** How the payer does in the bank's challenge. */
async function answerChallenge(clientSecret: string | null, outcome: 'complete' | 'fail') {
  const answer = await fetch(`${emulator.url}/_browser/challenge`, {
    method: 'POST',
    headers: { authorization: 'Bearer pk_test_local', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ client_secret: clientSecret ?? '', outcome }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

describe('declines', () => {
  it.each([
    ['4000000000000002', 'card_declined', 'generic_decline'],
    ['4000000000009995', 'card_declined', 'insufficient_funds'],
    ['4000000000009987', 'card_declined', 'lost_card'],
    ['4000000000009979', 'card_declined', 'stolen_card'],
    ['4000000000000069', 'expired_card', ''],
    ['4000000000000127', 'incorrect_cvc', ''],
    ['4000000000000119', 'processing_error', 'processing_error'],
  ])('%s answers 402 %s %s and leaves a failed charge', async (number, code, declineCode) => {
    const error = await payWith(number).then(
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
    const { id } = await cardOf('4000000000000002')
    const options = { idempotencyKey: 'declined-once' }
    const params = { ...PLAIN, payment_method: id }
    const first = await stripe.paymentIntents.create(params, options).catch((error: unknown) => error)
    const again = await stripe.paymentIntents.create(params, options).catch((error: unknown) => error)
    expect((again as Stripe.errors.StripeCardError).charge).toBe(
      (first as Stripe.errors.StripeCardError).charge,
    )
  })

  it('reject impossible card data before any bank is asked', async () => {
    await expect(cardOf('4242424242424241')).rejects.toMatchObject({
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
    const bad = await cardOf('4000000000000002')
    await expect(stripe.paymentMethods.attach(bad.id, { customer })).rejects.toMatchObject({
      code: 'card_declined',
    })
    const later = await cardOf('4000000000000341')
    await stripe.paymentMethods.attach(later.id, { customer })
    await expect(
      stripe.paymentIntents.create({ ...PLAIN, customer, payment_method: later.id }),
    ).rejects.toMatchObject({ code: 'card_declined' })
  })
})

describe('cards that are kept', () => {
  it('know their brand and have one fingerprint per number', async () => {
    const [first, second, other] = [
      await cardOf('4242424242424242'),
      await cardOf('4242 4242 4242 4242'),
      await cardOf('5555555555554444'),
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

  it('cannot be used twice without a customer', async () => {
    const { id } = await cardOf('4242424242424242')
    await stripe.paymentIntents.create({ ...PLAIN, payment_method: id })
    await expect(stripe.paymentIntents.create({ ...PLAIN, payment_method: id })).rejects.toThrow(
      /previously used/,
    )
  })
})

describe('3D Secure', () => {
  it('is asked for, passed, and the payment goes on', async () => {
    const intent = await payWith('4000002760003184', { capture_method: 'manual' })
    expect(intent).toMatchObject({
      status: 'requires_action',
      next_action: { type: 'use_stripe_sdk' },
      latest_charge: null,
    })
    expect((await stripe.events.list({ limit: 1 })).data[0]?.type).toBe('payment_intent.requires_action')
    const { status, body } = await answerChallenge(intent.client_secret, 'complete')
    expect(status).toBe(200)
    expect(body).toMatchObject({ status: 'requires_capture', next_action: null })
    expect((await answerChallenge(intent.client_secret, 'complete')).status).toBe(400)
  })

  it('is failed, and the payment wants another card', async () => {
    const intent = await payWith('4000000000003220')
    await answerChallenge(intent.client_secret, 'fail')
    const after = await stripe.paymentIntents.retrieve(intent.id)
    expect(after).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    })
    const paid = await stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' })
    expect(paid.status).toBe('succeeded')
  })

  it('may be followed by a decline, told by the intent', async () => {
    const intent = await payWith('4000008400001629')
    const { status, body } = await answerChallenge(intent.client_secret, 'complete')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'card_declined' },
    })
  })

  it('cannot be done without the payer', async () => {
    await expect(payWith('4000002760003184', { off_session: true })).rejects.toMatchObject({
      code: 'authentication_required',
      decline_code: 'authentication_required',
    })
  })

  it('opens only to who knows the client secret', async () => {
    const intent = await payWith('4000002760003184')
    expect((await answerChallenge(`${intent.id}_secret_guess`, 'complete')).status).toBe(404)
    const client_secret = intent.client_secret ?? ''
    const seen = await emulator.browser.paymentIntents.retrieve(intent.id, { client_secret })
    expect(seen).toMatchObject({ id: intent.id, status: 'requires_action' })
    expect(seen).not.toHaveProperty('application_fee_amount')
    await expect(emulator.browser.paymentIntents.retrieve(intent.id)).rejects.toMatchObject({
      param: 'client_secret',
    })
  })
})

describe('setup intents', () => {
  it('save a card that later pays without its owner', async () => {
    const customer = (await stripe.customers.create()).id
    const intent = await stripe.setupIntents.create({ customer })
    expect(intent).toMatchObject({ status: 'requires_payment_method', usage: 'off_session' })
    const card = await cardOf('4000002500003155')
    const client_secret = intent.client_secret ?? ''
    const asked = await emulator.browser.setupIntents.confirm(intent.id, {
      payment_method: card.id,
      client_secret,
    } as Stripe.SetupIntentConfirmParams)
    expect(asked.status).toBe('requires_action')
    await answerChallenge(client_secret, 'complete')
    const done = await stripe.setupIntents.retrieve(intent.id, { expand: ['payment_method'] })
    expect(done).toMatchObject({
      status: 'succeeded',
      payment_method: { customer, card: { checks: { cvc_check: 'pass' } } },
    })
    const types = (await stripe.events.list({ limit: 4 })).data.map(event => event.type)
    expect(types).toEqual([
      'setup_intent.succeeded',
      'payment_method.attached',
      'setup_intent.requires_action',
      'setup_intent.created',
    ])
    const paid = await stripe.paymentIntents.create({
      ...PLAIN,
      customer,
      payment_method: card.id,
      off_session: true,
    })
    expect(paid.status).toBe('succeeded')
  })

  it('tell why a card cannot be saved', async () => {
    const customer = (await stripe.customers.create()).id
    const { id } = await stripe.setupIntents.create({ customer })
    const { id: payment_method } = await cardOf('4000000000009995')
    await expect(stripe.setupIntents.confirm(id, { payment_method })).rejects.toMatchObject({
      code: 'card_declined',
      decline_code: 'insufficient_funds',
      setup_intent: { id, status: 'requires_payment_method' },
    })
    expect((await stripe.setupIntents.retrieve(id)).last_setup_error).toMatchObject({ code: 'card_declined' })
    await stripe.setupIntents.cancel(id)
    await expect(stripe.setupIntents.confirm(id, { payment_method })).rejects.toMatchObject({
      code: 'setup_intent_unexpected_state',
    })
  })
})
