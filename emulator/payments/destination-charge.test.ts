import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { eventTypes, funds, holdFor, payableAccount, payer } from '../testing/money.ts'

let emulator: TestEmulator
let account: string
beforeEach(async () => {
  emulator = await startTestEmulator()
  account = await payableAccount(emulator)
})
afterEach(() => emulator.stop())

/** Types of the events that something caused, on the platform and on the connected account. */
async function eventsOf(work: () => Promise<unknown>) {
  const before = [await eventTypes(emulator), await eventTypes(emulator, account)]
  await work()
  const after = [await eventTypes(emulator), await eventTypes(emulator, account)]
  return after.map((types, index) => types.slice(before[index]?.length))
}

async function capturedHold(amount?: number) {
  const { stripe } = emulator
  const intent = await stripe.paymentIntents.create(holdFor(account, await payer(emulator)))
  return stripe.paymentIntents.capture(intent.id, {
    ...(amount === undefined ? {} : { amount_to_capture: amount }),
    expand: ['latest_charge'],
  })
}

describe('hold and capture', () => {
  it('holds, then moves every cent where it belongs', async () => {
    const { stripe } = emulator
    const from = await payer(emulator)
    const held = await stripe.paymentIntents.create({
      ...holdFor(account, from),
      expand: ['latest_charge'],
    })
    expect(held).toMatchObject({ status: 'requires_capture', amount_capturable: 10_000, amount_received: 0 })
    const hold = held.latest_charge
    if (typeof hold !== 'object' || hold === null) throw new Error('not expanded')
    expect(hold).toMatchObject({ captured: false, status: 'succeeded', balance_transaction: null })
    expect(hold.payment_method_details?.card?.capture_before).toBe(hold.created + 7 * 86_400)
    expect(await funds(emulator)).toEqual([0, 0])

    const captured = await stripe.paymentIntents.capture(held.id, {
      expand: [
        'latest_charge.balance_transaction',
        'latest_charge.transfer',
        'latest_charge.application_fee',
      ],
    })
    expect(captured).toMatchObject({ status: 'succeeded', amount_capturable: 0, amount_received: 10_000 })
    expect(captured.transfer_group).toBe(`group_${held.id}`)
    const charge = captured.latest_charge as unknown as Record<string, Record<string, unknown>>
    expect(charge.balance_transaction).toMatchObject({ amount: 10_000, fee: 320, net: 9680, type: 'charge' })
    expect(charge.transfer).toMatchObject({
      amount: 10_000,
      destination: account,
      source_transaction: hold.id,
    })
    expect(charge.application_fee).toMatchObject({ amount: 1000, account, originating_transaction: hold.id })

    const payment = await stripe.charges.retrieve(
      String(charge.transfer?.destination_payment),
      { expand: ['balance_transaction'] },
      { stripeAccount: account },
    )
    expect(payment.id).toMatch(/^py_/)
    expect(payment.payment_method_details?.type).toBe('stripe_account')
    expect(payment).toMatchObject({
      application_fee: charge.application_fee?.id,
      source_transfer: charge.transfer?.id,
    })
    expect(payment.balance_transaction).toMatchObject({
      amount: 10_000,
      fee: 1000,
      net: 9000,
      type: 'payment',
      fee_details: [{ type: 'application_fee', amount: 1000 }],
    })
    expect(await funds(emulator)).toEqual([0, 680])
    expect(await funds(emulator, account)).toEqual([0, 9000])
    await emulator.advance(2 * 86_400)
    expect(await funds(emulator)).toEqual([680, 0])
    expect(await funds(emulator, account)).toEqual([9000, 0])
  })

  it('tells of a hold and of its capture as Stripe does', async () => {
    const { stripe } = emulator
    const from = await payer(emulator)
    let id = ''
    expect(
      await eventsOf(async () => (id = (await stripe.paymentIntents.create(holdFor(account, from))).id)),
    ).toEqual([
      ['payment_intent.created', 'charge.succeeded', 'payment_intent.amount_capturable_updated'],
      [],
    ])
    expect(await eventsOf(() => stripe.paymentIntents.capture(id))).toEqual([
      ['charge.captured', 'payment_intent.succeeded', 'transfer.created', 'application_fee.created'],
      ['payment.created'],
    ])
    expect(await eventsOf(() => emulator.advance(2 * 86_400))).toEqual([
      ['balance.available'],
      ['balance.available'],
    ])
  })

  it('captures a part with the fee that was passed, and lets the rest go', async () => {
    const { stripe } = emulator
    const from = await payer(emulator)
    const { id } = await stripe.paymentIntents.create(holdFor(account, from))
    const captured = await stripe.paymentIntents.capture(id, {
      amount_to_capture: 2500,
      application_fee_amount: 250,
    })
    expect(captured).toMatchObject({ amount: 10_000, amount_received: 2500, amount_capturable: 0 })
    expect(await funds(emulator, account)).toEqual([0, 2250])
    await expect(stripe.paymentIntents.capture(id)).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
      message: expect.stringContaining('the remainder of the authorized amount has been released'),
    })
  })

  it('does not scale the fee of a part by itself, but caps it', async () => {
    await capturedHold(500)
    expect(await funds(emulator, account)).toEqual([0, 0])
    await expect(capturedHold(10_001)).rejects.toMatchObject({ code: 'amount_too_large' })
  })

  it('lets a hold go when it is canceled, and by itself after seven days', async () => {
    const { stripe } = emulator
    const from = await payer(emulator)
    const first = await stripe.paymentIntents.create(holdFor(account, from))
    const [types] = await eventsOf(() => stripe.paymentIntents.cancel(first.id))
    expect(types).toEqual(['payment_intent.canceled', 'charge.refunded'])
    await expect(stripe.paymentIntents.cancel(first.id)).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
    })
    const second = await stripe.paymentIntents.create(holdFor(account, from))
    await emulator.advance(7 * 86_400 - 60)
    expect(await stripe.paymentIntents.retrieve(second.id)).toMatchObject({ status: 'requires_capture' })
    const [later] = await eventsOf(() => emulator.advance(120))
    expect(later).toEqual(['charge.expired', 'payment_intent.canceled'])
    expect(await stripe.paymentIntents.retrieve(second.id)).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'automatic',
      amount_capturable: 0,
    })
    await expect(stripe.paymentIntents.capture(second.id)).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
    })
    expect(await funds(emulator)).toEqual([0, 0])
  })

  it('refuses what Stripe refuses', async () => {
    const { stripe } = emulator
    const from = await payer(emulator)
    const hold = holdFor(account, from)
    const { id: unverified } = await stripe.accounts.create({ type: 'custom', country: 'US' })
    await expect(
      stripe.paymentIntents.create({ ...hold, transfer_data: { destination: unverified } }),
    ).rejects.toMatchObject({ code: 'insufficient_capabilities_for_transfer' })
    await expect(
      stripe.paymentIntents.create({ ...hold, transfer_data: { destination: 'acct_none' } }),
    ).rejects.toMatchObject({ code: 'resource_missing', param: 'transfer_data[destination]' })
    await expect(stripe.paymentIntents.create({ ...hold, amount: 49 })).rejects.toMatchObject({
      code: 'amount_too_small',
    })
    await expect(
      stripe.paymentIntents.create({ ...hold, statement_descriptor: 'HELLO' }),
    ).rejects.toMatchObject({ param: 'statement_descriptor' })
    await expect(
      stripe.paymentIntents.create({ ...hold, statement_descriptor_suffix: 'A SUFFIX TOO LONG TO FIT' }),
    ).rejects.toMatchObject({ param: 'statement_descriptor_suffix' })
    await expect(stripe.paymentIntents.create({ ...hold, transfer_data: undefined })).rejects.toMatchObject({
      param: 'application_fee_amount',
    })
    const stranger = await payer(emulator)
    await expect(
      stripe.paymentIntents.create({ ...hold, payment_method: stranger.payment_method }),
    ).rejects.toMatchObject({ param: 'payment_method' })
  })

  it('finds a payment by its metadata', async () => {
    const { stripe } = emulator
    const from = await payer(emulator)
    const { id } = await stripe.paymentIntents.create({
      ...holdFor(account, from),
      metadata: { payment_id: 'pay_1' },
    })
    await stripe.paymentIntents.create({ ...holdFor(account, from), metadata: { payment_id: 'pay_12' } })
    const found = await stripe.paymentIntents.search({ query: `metadata['payment_id']:'pay_1'` })
    expect(found.data.map(intent => intent.id)).toEqual([id])
  })
})
