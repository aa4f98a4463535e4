import type Stripe from 'stripe'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cardOf, PLAIN } from '../testing/cards.ts'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'

let emulator: TestEmulator
let stripe: Stripe
beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
})
afterAll(() => emulator.stop())

it('are shown by the payment, and taken away by an empty string', async () => {
  const card = {
    request_multicapture: 'if_available',
    request_three_d_secure: 'any',
    setup_future_usage: 'off_session',
  } as const
  const intent = await stripe.paymentIntents.create({
    amount: 900,
    currency: 'usd',
    excluded_payment_method_types: ['klarna'],
    payment_method_options: { card: { ...card, moto: true }, link: {} },
  })
  expect(intent.payment_method_options).toEqual({
    card: { ...card, installments: null, mandate_options: null, network: null },
  })
  expect(intent.excluded_payment_method_types).toEqual(['klarna'])
  const changed = await stripe.paymentIntents.update(intent.id, {
    payment_method_options: { card: { setup_future_usage: '' } },
  })
  expect(changed.payment_method_options?.card).not.toHaveProperty('setup_future_usage')
})

it('decide whether the card is saved', async () => {
  const saved = async (usage: 'none' | 'off_session') => {
    const { id: customer } = await stripe.customers.create({})
    const { id } = await cardOf(emulator, '4242424242424242')
    await stripe.paymentIntents.create({
      ...PLAIN,
      customer,
      payment_method: id,
      setup_future_usage: 'on_session',
      payment_method_options: { card: { setup_future_usage: usage } },
    })
    return (await stripe.paymentMethods.retrieve(id)).customer === customer
  }
  expect(await saved('off_session')).toBe(true)
  expect(await saved('none')).toBe(false)
})

it('are kept for setup intents and customers too', async () => {
  const intent = await stripe.setupIntents.create({
    flow_directions: ['inbound'],
    excluded_payment_method_types: ['klarna'],
  })
  expect(intent).toMatchObject({ flow_directions: ['inbound'], excluded_payment_method_types: ['klarna'] })
  const { invoice_settings } = await stripe.customers.create({
    invoice_settings: {
      custom_fields: [{ name: 'Order', value: '7' }],
      rendering_options: { amount_tax_display: 'exclude_tax' },
    },
  })
  expect(invoice_settings).toMatchObject({
    custom_fields: [{ name: 'Order', value: '7' }],
    rendering_options: { amount_tax_display: 'exclude_tax', template: null },
  })
})
