import type Stripe from 'stripe'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'

let emulator: TestEmulator
let stripe: Stripe
beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
})
afterAll(() => emulator.stop())

const SHIPPING = { name: 'Ada', address: { line1: '1 Main Street', country: 'GB' }, tracking_number: 'T1' }
const SHOWN = {
  address: {
    city: null,
    country: 'GB',
    line1: '1 Main Street',
    line2: null,
    postal_code: null,
    state: null,
  },
  carrier: null,
  name: 'Ada',
  phone: null,
  tracking_number: 'T1',
}

it('is kept on payments and their charges, and cleared by an empty string', async () => {
  const intent = await stripe.paymentIntents.create({ amount: 900, currency: 'usd', shipping: SHIPPING })
  expect(intent.shipping).toEqual(SHOWN)
  const paid = await stripe.paymentIntents.confirm(intent.id, {
    payment_method: 'pm_card_visa',
    expand: ['latest_charge'],
  })
  expect(paid.latest_charge).toMatchObject({ shipping: SHOWN })
  const other = await stripe.paymentIntents.create({ amount: 900, currency: 'usd', shipping: SHIPPING })
  expect((await stripe.paymentIntents.update(other.id, { shipping: '' })).shipping).toBeNull()
})

it('is kept on charges without an intent, with the words and the report of fraud', async () => {
  const charge = await stripe.charges.create({
    amount: 900,
    currency: 'usd',
    source: 'tok_visa',
    shipping: SHIPPING,
    statement_descriptor: 'ADA SHOP',
  })
  expect(charge).toMatchObject({ shipping: SHOWN, statement_descriptor: 'ADA SHOP' })
  const reported = await stripe.charges.update(charge.id, { fraud_details: { user_report: 'fraudulent' } })
  expect(reported.fraud_details).toEqual({ user_report: 'fraudulent' })
})
