import type Stripe from 'stripe'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { eventTypes, funds, holdFor, payableAccount, payer } from '../testing/money.ts'

const DAY = 86_400

let emulator: TestEmulator
let stripe: Stripe
let account: string
beforeEach(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
  account = await payableAccount(emulator)
})
afterEach(() => emulator.stop())

/** A captured order of 100.00 with a commission of 10.00; its charge. */
async function paid(card?: string): Promise<string> {
  const intent = await stripe.paymentIntents.create({
    ...holdFor(account, await payer(emulator, card)),
    capture_method: 'automatic',
  })
  return String(intent.latest_charge)
}

/** Money of its own for the platform: 1000.00 less the fee of 29.30. */
async function fundPlatform() {
  await stripe.paymentIntents.create({
    amount: 100_000,
    currency: 'usd',
    payment_method: 'pm_card_bypassPending',
    confirm: true,
  })
}

describe('who bears a full refund', () => {
  it('nobody, with transfer and fee returned: everything is as before, less the processing fee', async () => {
    const charge = await paid()
    const refund = await stripe.refunds.create({
      charge,
      reverse_transfer: true,
      refund_application_fee: true,
      expand: ['balance_transaction', 'transfer_reversal'],
    })
    expect(refund).toMatchObject({ status: 'succeeded', amount: 10_000 })
    expect(refund.balance_transaction).toMatchObject({
      amount: -10_000,
      fee: 0,
      net: -10_000,
      type: 'refund',
    })
    expect(refund.transfer_reversal).toMatchObject({ amount: 10_000, source_refund: refund.id })
    expect(await funds(emulator)).toEqual([0, -320])
    expect(await funds(emulator, account)).toEqual([0, 0])
    const after = await stripe.charges.retrieve(charge, {
      expand: ['refunds', 'transfer', 'application_fee.refunds'],
    })
    expect(after).toMatchObject({ refunded: true, amount_refunded: 10_000 })
    expect(after.refunds?.data.map(one => one.id)).toEqual([refund.id])
    expect(after.transfer).toMatchObject({ reversed: true, amount_reversed: 10_000 })
    expect(after.application_fee).toMatchObject({ refunded: true, amount_refunded: 1000 })
    // The reference number may have come meanwhile.
    const told = (await eventTypes(emulator)).filter(type => !type.endsWith('refund.updated'))
    expect(told.slice(-4)).toEqual([
      'transfer.reversed',
      'application_fee.refunded',
      'refund.created',
      'charge.refunded',
    ])
    const reversal = refund.transfer_reversal as Stripe.TransferReversal
    const pyr = await stripe.refunds.retrieve(
      String(reversal.destination_payment_refund),
      { expand: ['balance_transaction'] },
      { stripeAccount: account },
    )
    expect(pyr.id).toMatch(/^pyr_/)
    expect(pyr.balance_transaction).toMatchObject({ type: 'payment_refund', net: -10_000 })
    await expect(stripe.refunds.create({ charge })).rejects.toMatchObject({ code: 'charge_already_refunded' })
  })

  it('the contractor, with the transfer reversed and the fee kept', async () => {
    await stripe.refunds.create({ charge: await paid(), reverse_transfer: true })
    expect(await funds(emulator)).toEqual([0, 680])
    expect(await funds(emulator, account)).toEqual([0, -1000])
  })

  it('the platform, with nothing reversed, from its own money', async () => {
    await fundPlatform()
    await stripe.refunds.create({ charge: await paid() })
    expect(await funds(emulator)).toEqual([97_070, 680 - 10_000])
    expect(await funds(emulator, account)).toEqual([0, 9000])
  })

  it('refuses to return the fee without the transfer', async () => {
    const charge = await paid()
    await expect(stripe.refunds.create({ charge, refund_application_fee: true })).rejects.toMatchObject({
      param: 'refund_application_fee',
    })
  })
})

describe('parts', () => {
  it('are proportional and add up to the cent', async () => {
    const charge = await paid()
    for (const amount of [3333, 3333, 3334]) {
      await stripe.refunds.create({ charge, amount, reverse_transfer: true, refund_application_fee: true })
    }
    const [fee] = (await stripe.applicationFees.list({ charge })).data
    expect(fee?.refunds.data.map(one => one.amount).sort()).toEqual([333, 333, 334])
    expect(await funds(emulator)).toEqual([0, -320])
    expect(await funds(emulator, account)).toEqual([0, 0])
    await expect(stripe.refunds.create({ charge, amount: 1 })).rejects.toMatchObject({
      code: 'charge_already_refunded',
    })
  })

  it('cannot be more than is left', async () => {
    const charge = await paid()
    await stripe.refunds.create({ charge, amount: 9500, reverse_transfer: true })
    await expect(stripe.refunds.create({ charge, amount: 600 })).rejects.toMatchObject({
      message: 'Refund amount ($6.00) is greater than unrefunded amount on charge ($5.00)',
      param: 'amount',
    })
  })
})

describe('what was not taken', () => {
  it('is not refunded: a hold is canceled instead', async () => {
    const held = await stripe.paymentIntents.create(holdFor(account, await payer(emulator)))
    const refused = { statusCode: 400, code: undefined, param: undefined }
    const byIntent = stripe.refunds.create({ payment_intent: held.id })
    await expect(byIntent).rejects.toMatchObject({
      ...refused,
      message: expect.stringMatching(
        /^This uncaptured Charge was created by a PaymentIntent \(pi_.* You must cancel/,
      ),
    })
    await stripe.paymentIntents.cancel(held.id)
    const message = `This PaymentIntent (${held.id}) does not have a successful charge to refund.`
    const byCharge = stripe.refunds.create({ charge: String(held.latest_charge) })
    await expect(byCharge).rejects.toMatchObject({ ...refused, message })
  })
})

describe('when money is short', () => {
  it('there is no refund if the contractor was paid out', async () => {
    const charge = await paid()
    await emulator.advance(2 * DAY)
    await stripe.payouts.create({ amount: 9000, currency: 'usd' }, { stripeAccount: account })
    await expect(stripe.refunds.create({ charge, reverse_transfer: true })).rejects.toMatchObject({
      code: 'balance_insufficient',
      statusCode: 400,
    })
    expect((await stripe.refunds.list({ charge })).data).toEqual([])
    expect(await stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 0 })
  })

  it('a refund that the platform cannot pay waits until it can', async () => {
    const refund = await stripe.refunds.create({ charge: await paid() })
    expect(refund).toMatchObject({ status: 'pending', pending_reason: 'insufficient_funds' })
    expect(await funds(emulator)).toEqual([0, 680])
    await emulator.advance(3601)
    expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({ status: 'pending' })
    await fundPlatform()
    await emulator.advance(3601)
    expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({ status: 'succeeded' })
    expect((await eventTypes(emulator)).slice(-2)).toEqual(['refund.updated', 'charge.refund.updated'])
  })
})

describe('refunds that take their time', () => {
  it('succeed later with one test card and fail with another, the money then coming back', async () => {
    await fundPlatform()
    const slow = await stripe.refunds.create({ charge: await paid('pm_card_pendingRefund') })
    expect(slow.status).toBe('pending')
    const doomedCharge = await paid('pm_card_refundFail')
    const doomed = await stripe.refunds.create({ charge: doomedCharge })
    expect(doomed.status).toBe('succeeded')
    const before = await funds(emulator)
    await emulator.advance(120)
    expect(await stripe.refunds.retrieve(slow.id)).toMatchObject({ status: 'succeeded' })
    expect(await stripe.refunds.retrieve(doomed.id)).toMatchObject({
      status: 'failed',
      failure_reason: 'expired_or_canceled_card',
    })
    expect(await stripe.charges.retrieve(doomedCharge)).toMatchObject({ amount_refunded: 0, refunded: false })
    expect(await funds(emulator)).toEqual([before[0] + 10_000, before[1]])
    expect(await eventTypes(emulator)).toContain('refund.failed')
  })
})
