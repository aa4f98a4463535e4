import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { payer } from '../testing/money.ts'
import { toldBy } from '../testing/told.ts'

const HOUR = 3600
const DAY = 24 * HOUR
let emulator: TestEmulator
let stripe: Stripe
beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
})
afterAll(() => emulator.stop())

type CardOptions = Stripe.PaymentIntentCreateParams.PaymentMethodOptions.Card
type Held = Stripe.PaymentIntent & { latest_charge: Stripe.Charge }

/** A hold of 10.00, with its charge. */
async function hold(
  card = 'pm_card_visa',
  options: CardOptions = {},
  extra: Partial<Stripe.PaymentIntentCreateParams> = {},
): Promise<Held> {
  const intent = await stripe.paymentIntents.create({
    ...(await payer(emulator, card)),
    ...{ amount: 1000, currency: 'usd', confirm: true, capture_method: 'manual', expand: ['latest_charge'] },
    payment_method_options: { card: options },
    ...extra,
  })
  return intent as Held
}

const cardOf = ({ latest_charge: charge }: Held) => charge.payment_method_details?.card
const lasts = (held: Held) => (cardOf(held)?.capture_before ?? 0) - held.latest_charge.created

describe('how long a hold lasts', () => {
  const extended: CardOptions = { request_extended_authorization: 'if_available' }
  it.each([
    ['a Visa card whose owner is there', 'pm_card_visa', {}, false, 7 * DAY, 'disabled'],
    ['a Visa card whose owner is not', 'pm_card_visa', {}, true, 4 * DAY + 18 * HOUR, 'disabled'],
    ['another card whose owner is not there', 'pm_card_mastercard', {}, true, 7 * DAY, 'disabled'],
    ['a longer hold on Visa', 'pm_card_visa', extended, false, 29 * DAY + 18 * HOUR, 'enabled'],
    ['a longer hold on Mastercard', 'pm_card_mastercard', extended, false, 30 * DAY, 'enabled'],
    ['a longer hold on American Express', 'pm_card_amex', extended, true, 30 * DAY, 'enabled'],
    [
      'a longer hold that Visa does not give',
      'pm_card_visa',
      extended,
      true,
      4 * DAY + 18 * HOUR,
      'disabled',
    ],
    ['a longer hold that a network has not', 'pm_card_jcb', extended, false, 7 * DAY, 'disabled'],
  ] as const)('%s', async (_, card, options, off_session, seconds, status) => {
    const held = await hold(card, options, { off_session })
    expect(lasts(held)).toBe(seconds)
    expect(cardOf(held)?.extended_authorization).toEqual({ status })
    const { request_extended_authorization: asked } = held.payment_method_options?.card ?? {}
    expect(asked).toBe('request_extended_authorization' in options ? 'if_available' : undefined)
    await emulator.advance(seconds - 60)
    expect(await stripe.paymentIntents.retrieve(held.id)).toMatchObject({ status: 'requires_capture' })
    expect(await toldBy(emulator, () => emulator.advance(120))).toEqual([
      'charge.expired',
      'payment_intent.canceled',
    ])
    const ended = await stripe.paymentIntents.retrieve(held.id)
    expect(ended).toMatchObject({ status: 'canceled', cancellation_reason: 'automatic' })
  })

  it('is not said of money that was taken at once', async () => {
    const paid = await hold('pm_card_visa', extended, { capture_method: 'automatic' })
    expect(cardOf(paid)).not.toHaveProperty('capture_before')
    expect(cardOf(paid)?.extended_authorization).toEqual({ status: 'disabled' })
  })
})

describe('capturing more than was authorized', () => {
  it('goes up to what the card allows, when it was asked for', async () => {
    const held = await hold('pm_card_visa', { request_overcapture: 'if_available' })
    expect(cardOf(held)?.overcapture).toEqual({ maximum_amount_capturable: 1200, status: 'available' })
    await expect(stripe.paymentIntents.capture(held.id, { amount_to_capture: 1201 })).rejects.toMatchObject({
      code: 'amount_too_large',
      message: expect.stringMatching(
        /^The payment could not be captured because the requested capture amount/,
      ),
    })
    const captured = await stripe.paymentIntents.capture(held.id, { amount_to_capture: 1150 })
    expect(captured).toMatchObject({ status: 'succeeded', amount: 1000, amount_received: 1150 })
    const refund = await stripe.refunds.create({ payment_intent: held.id })
    expect(refund.amount).toBe(1150)
  })

  it('is refused otherwise', async () => {
    const held = await hold('pm_card_jcb', { request_overcapture: 'if_available' })
    expect(cardOf(held)?.overcapture).toEqual({ maximum_amount_capturable: 1000, status: 'unavailable' })
    await expect(stripe.paymentIntents.capture(held.id, { amount_to_capture: 1001 })).rejects.toMatchObject({
      code: 'amount_too_large',
    })
  })
})

describe('asking the bank for more', () => {
  const asked: CardOptions = { request_incremental_authorization: 'if_available' }

  it('raises the hold, its limit, and what the platform takes', async () => {
    const held = await hold('pm_card_mastercard', { ...asked, request_overcapture: 'if_available' })
    const grow = () =>
      stripe.paymentIntents.incrementAuthorization(held.id, { amount: 1500, description: 'More' })
    expect(await toldBy(emulator, grow)).toEqual([
      'charge.updated',
      'payment_intent.amount_capturable_updated',
    ])
    const after = (await stripe.paymentIntents.retrieve(held.id, { expand: ['latest_charge'] })) as Held
    expect(after).toMatchObject({ amount: 1500, amount_capturable: 1500, description: 'More' })
    expect(after.latest_charge.amount).toBe(1500)
    expect(cardOf(after)).toMatchObject({
      amount_authorized: 1500,
      overcapture: { maximum_amount_capturable: 1800 },
    })
    expect(lasts(after)).toBe(7 * DAY)
    expect(await stripe.paymentIntents.capture(held.id)).toMatchObject({ amount_received: 1500 })
  })

  it('is refused when it was not asked for, or the network has it not, or the hold is gone', async () => {
    const plain = await hold()
    const more = { amount: 1500 }
    await expect(stripe.paymentIntents.incrementAuthorization(plain.id, more)).rejects.toMatchObject({
      statusCode: 400,
      code: undefined,
      message:
        'This PaymentIntent is not eligible for incremental authorization because you did not request support using `request_incremental_authorization` when you created or confirmed it.',
    })
    const foreign = await hold('pm_card_jcb', asked)
    await expect(stripe.paymentIntents.incrementAuthorization(foreign.id, more)).rejects.toThrow(
      'not eligible',
    )
    const held = await hold('pm_card_visa', asked)
    await expect(
      stripe.paymentIntents.incrementAuthorization(held.id, { amount: 1000 }),
    ).rejects.toMatchObject({
      param: 'amount',
    })
    await stripe.paymentIntents.cancel(held.id)
    await expect(stripe.paymentIntents.incrementAuthorization(held.id, more)).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
    })
  })

  it('works ten times', async () => {
    const held = await hold('pm_card_visa', asked)
    for (let amount = 1001; amount <= 1010; amount += 1)
      await stripe.paymentIntents.incrementAuthorization(held.id, { amount })
    await expect(stripe.paymentIntents.incrementAuthorization(held.id, { amount: 1011 })).rejects.toThrow(
      'at most 10',
    )
  })
})
