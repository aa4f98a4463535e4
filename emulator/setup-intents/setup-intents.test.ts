import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerChallenge, cardOf, PLAIN } from '../testing/cards.ts'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'

let emulator: TestEmulator
let stripe: Stripe
beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
})
afterAll(() => emulator.stop())

describe('setup intents', () => {
  it('save a card that later pays without its owner', async () => {
    const customer = (await stripe.customers.create()).id
    const intent = await stripe.setupIntents.create({ customer })
    expect(intent).toMatchObject({ status: 'requires_payment_method', usage: 'off_session' })
    const card = await cardOf(emulator, '4000002500003155')
    const client_secret = intent.client_secret ?? ''
    const asked = await emulator.browser.setupIntents.confirm(intent.id, {
      payment_method: card.id,
      client_secret,
    } as Stripe.SetupIntentConfirmParams)
    expect(asked.status).toBe('requires_action')
    await answerChallenge(emulator, client_secret, 'complete')
    const done = await stripe.setupIntents.retrieve(intent.id, { expand: ['payment_method'] })
    expect(done).toMatchObject({
      status: 'succeeded',
      payment_method: { customer, card: { checks: { cvc_check: 'pass' } } },
    })
    const { data: attempts } = await stripe.setupAttempts.list({ setup_intent: intent.id })
    expect(attempts).toMatchObject([
      { id: done.latest_attempt, status: 'succeeded', payment_method: card.id },
    ])
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
    const { id: payment_method } = await cardOf(emulator, '4000000000009995')
    await expect(stripe.setupIntents.confirm(id, { payment_method })).rejects.toMatchObject({
      code: 'card_declined',
      decline_code: 'insufficient_funds',
      setup_intent: { id, status: 'requires_payment_method' },
    })
    const refused = await stripe.setupIntents.retrieve(id, { expand: ['latest_attempt'] })
    expect(refused).toMatchObject({
      last_setup_error: { code: 'card_declined' },
      latest_attempt: { status: 'failed', setup_error: { decline_code: 'insufficient_funds' } },
    })
    await stripe.setupIntents.cancel(id)
    await expect(stripe.setupIntents.confirm(id, { payment_method })).rejects.toMatchObject({
      code: 'setup_intent_unexpected_state',
    })
  })
})
