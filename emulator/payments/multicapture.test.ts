import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { holdFor, payableAccount, payer } from '../testing/money.ts'
import { toldBy } from '../testing/told.ts'

const DAY = 86_400
let emulator: TestEmulator
let stripe: Stripe
let contractor: string
beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
  contractor = await payableAccount(emulator)
})
afterAll(() => emulator.stop())

const MANY = { card: { request_multicapture: 'if_available' as const } }

/** A hold of 100.00 for the contractor that may be captured in parts. */
async function hold(card?: string, extra: Partial<Stripe.PaymentIntentCreateParams> = {}): Promise<string> {
  const params = {
    ...holdFor(contractor, await payer(emulator, card)),
    payment_method_options: MANY,
    ...extra,
  }
  return (await stripe.paymentIntents.create(params)).id
}

const capture = (id: string, amount: number, extra: Stripe.PaymentIntentCaptureParams = {}) =>
  stripe.paymentIntents.capture(id, { amount_to_capture: amount, ...extra })
const part = (id: string, amount: number, fee?: number) =>
  capture(id, amount, { final_capture: false, ...(fee === undefined ? {} : { application_fee_amount: fee }) })

async function chargeOf(id: string): Promise<Stripe.Charge> {
  const { latest_charge } = await stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] })
  return latest_charge as Stripe.Charge
}

const PASSED_ON = ['transfer.created', 'application_fee.created', 'connected payment.created']

describe('several captures of one hold', () => {
  it('each move money of their own, and the last one lets the rest go', async () => {
    const id = await hold()
    expect((await chargeOf(id)).payment_method_details?.card?.multicapture).toEqual({ status: 'available' })
    const first = () => part(id, 4000, 400)
    expect(await toldBy(emulator, first)).toEqual([
      'charge.updated',
      'payment_intent.amount_capturable_updated',
      ...PASSED_ON,
    ])
    expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
      status: 'requires_capture',
      amount_capturable: 6000,
      amount_received: 4000,
    })
    expect(await chargeOf(id)).toMatchObject({ captured: false, amount_captured: 4000, refunded: false })
    const last = () => capture(id, 5000, { application_fee_amount: 500 })
    expect(await toldBy(emulator, last)).toEqual([
      'charge.updated',
      'charge.captured',
      'payment_intent.amount_capturable_updated',
      'payment_intent.succeeded',
      ...PASSED_ON,
    ])
    const charge = await chargeOf(id)
    expect(charge).toMatchObject({ captured: true, amount_captured: 9000, application_fee_amount: 900 })
    const booked = await stripe.balanceTransactions.list({ source: charge.id })
    expect(booked.data.map(({ amount }) => amount)).toEqual([5000, 4000])
    expect(charge.balance_transaction).toBe(booked.data[1]?.id)
    const transfers = (await stripe.transfers.list({ destination: contractor, limit: 2 })).data
    expect(transfers.map(({ amount, source_transaction }) => [amount, source_transaction])).toEqual([
      [5000, charge.id],
      [4000, charge.id],
    ])
    expect(charge.transfer).toBe(transfers[1]?.id)
  })

  it('take the fee that was agreed on before as a whole, when no capture says one', async () => {
    const id = await hold()
    await part(id, 600)
    expect(await chargeOf(id)).toMatchObject({ application_fee_amount: 600 })
    await capture(id, 5000)
    expect(await chargeOf(id)).toMatchObject({ application_fee_amount: 1000 })
  })

  it('end with what was captured when nothing more is taken: on command, by a cancellation, or by time', async () => {
    const ended = ['charge.captured', 'payment_intent.amount_capturable_updated', 'payment_intent.succeeded']
    const ways = [
      (id: string) => capture(id, 0, { final_capture: true }),
      (id: string) => stripe.paymentIntents.cancel(id),
      () => emulator.advance(7 * DAY),
    ]
    for (const end of ways) {
      const id = await hold()
      await part(id, 700)
      const events = await toldBy(emulator, () => end(id))
      expect(events.filter(type => !type.endsWith('balance.available'))).toEqual(ended)
      expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
        status: 'succeeded',
        amount_capturable: 0,
        amount_received: 700,
      })
      await expect(capture(id, 1)).rejects.toMatchObject({ code: 'payment_intent_unexpected_state' })
    }
  })
})

describe('what several captures refuse', () => {
  it('a rest where the card, the request or the amount leaves none', async () => {
    const plain = await hold('pm_card_visa', { payment_method_options: {} })
    await expect(part(plain, 100)).rejects.toMatchObject({ statusCode: 400, param: 'final_capture' })
    const foreign = await hold('pm_card_jcb')
    expect((await chargeOf(foreign)).payment_method_details?.card?.multicapture?.status).toBe('unavailable')
    await expect(part(foreign, 100)).rejects.toMatchObject({ param: 'final_capture' })
    const id = await hold()
    await expect(part(id, 10_000)).rejects.toMatchObject({ param: 'final_capture' })
    await expect(capture(id, 0)).rejects.toMatchObject({ param: 'amount' })
    await part(id, 9000)
    await expect(capture(id, 1001)).rejects.toMatchObject({ code: 'amount_too_large' })
  })

  it('a capture that forgets the fee which the first one named', async () => {
    const id = await hold()
    await part(id, 100, 10)
    await expect(capture(id, 100)).rejects.toMatchObject({ param: 'application_fee_amount' })
    expect((await capture(id, 100, { application_fee_amount: 5 })).status).toBe('succeeded')
  })

  it('more of a hold after a part of it was taken', async () => {
    const options = { card: { ...MANY.card, request_incremental_authorization: 'if_available' as const } }
    const id = await hold('pm_card_visa', { payment_method_options: options })
    await part(id, 100)
    await expect(stripe.paymentIntents.incrementAuthorization(id, { amount: 20_000 })).rejects.toThrow(
      'partially',
    )
  })
})

describe('refunds of several captures', () => {
  it('are possible in between, and count as a full refund only after the last capture', async () => {
    const id = await hold()
    await part(id, 1000)
    await stripe.refunds.create({ payment_intent: id })
    expect(await chargeOf(id)).toMatchObject({ amount_refunded: 1000, refunded: false })
    await capture(id, 0)
    expect(await chargeOf(id)).toMatchObject({ amount_refunded: 1000, refunded: true })
  })

  it('take transfers and fees back as a whole or not at all', async () => {
    const id = await hold()
    await part(id, 3000, 300)
    await capture(id, 2000, { application_fee_amount: 100 })
    const both = { payment_intent: id, reverse_transfer: true, refund_application_fee: true }
    await expect(stripe.refunds.create({ ...both, amount: 100 })).rejects.toMatchObject({
      param: 'reverse_transfer',
    })
    expect(await stripe.refunds.create(both)).toMatchObject({ amount: 5000, status: 'succeeded' })
    const charge = await chargeOf(id)
    const transfers = (await stripe.transfers.list({ destination: contractor, limit: 2 })).data
    expect(transfers.map(one => [one.source_transaction, one.reversed])).toEqual([
      [charge.id, true],
      [charge.id, true],
    ])
    const fees = (await stripe.applicationFees.list({ limit: 2 })).data
    expect(fees.map(({ amount, refunded }) => [amount, refunded])).toEqual([
      [100, true],
      [300, true],
    ])
  })
})
