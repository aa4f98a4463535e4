import type Stripe from 'stripe'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PLATFORM } from '../core/ids.ts'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { funds, holdFor, payableAccount, payer } from '../testing/money.ts'

let emulator: TestEmulator
let stripe: Stripe
let account: string
let charge: string
beforeEach(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
  account = await payableAccount(emulator)
  const intent = await stripe.paymentIntents.create({
    ...holdFor(account, await payer(emulator)),
    capture_method: 'automatic',
  })
  charge = String(intent.latest_charge)
})
afterEach(() => emulator.stop())

const balanceOf = () => funds(emulator, account)

describe('account debit', () => {
  it('needs available money, and moves exactly its amount to the platform', async () => {
    const debit = { amount: 2500, currency: 'usd', source: account, description: 'Late delivery' }
    await expect(stripe.charges.create(debit)).rejects.toMatchObject({ code: 'balance_insufficient' })
    await emulator.advance(2 * 86_400)
    const payment = await stripe.charges.create({ ...debit, metadata: { recovery_id: 'rec_1' } })
    expect(payment.id).toMatch(/^py_/)
    expect(payment).toMatchObject({
      amount: 2500,
      paid: true,
      status: 'succeeded',
      metadata: { recovery_id: 'rec_1' },
    })
    expect(payment.source).toMatchObject({ id: account, object: 'account' })
    expect(await balanceOf()).toEqual([6500, 0])
    expect(await funds(emulator)).toEqual([680 + 2500, 0])
    await expect(stripe.charges.create({ ...debit, currency: 'eur' })).rejects.toMatchObject({
      param: 'currency',
    })
    await expect(stripe.charges.create({ ...debit, amount: 6501 })).rejects.toMatchObject({
      code: 'balance_insufficient',
    })
  })

  it('can be refunded to the contractor', async () => {
    await emulator.advance(2 * 86_400)
    const payment = await stripe.charges.create({ amount: 2500, currency: 'usd', source: account })
    const refund = await stripe.refunds.create({ charge: payment.id, amount: 1000 })
    expect(refund.id).toMatch(/^pyr_/)
    expect(await balanceOf()).toEqual([7500, 0])
    expect(await funds(emulator)).toEqual([680 + 1500, 0])
  })

  it('works as a transfer from the account to the platform too', async () => {
    await emulator.advance(2 * 86_400)
    const transfer = await stripe.transfers.create(
      { amount: 33, currency: 'usd', destination: PLATFORM },
      { stripeAccount: account },
    )
    expect(transfer.destination_payment).toMatch(/^py_/)
    expect(await balanceOf()).toEqual([8967, 0])
    await stripe.transfers.createReversal(transfer.id, {}, { stripeAccount: account })
    expect(await balanceOf()).toEqual([9000, 0])
  })
})

describe('transfer reversal', () => {
  it('takes back a part, returns the fee in proportion if asked, and never more than there was', async () => {
    const { transfer } = await stripe.charges.retrieve(charge)
    const id = String(transfer)
    const first = await stripe.transfers.createReversal(id, {
      amount: 4000,
      metadata: { recovery_id: 'rec_2' },
    })
    expect(first).toMatchObject({ amount: 4000, source_refund: null, metadata: { recovery_id: 'rec_2' } })
    expect(await balanceOf()).toEqual([0, 5000])
    await stripe.transfers.createReversal(id, { amount: 5000, refund_application_fee: true })
    expect(await balanceOf()).toEqual([0, 500])
    await expect(stripe.transfers.createReversal(id, { amount: 1001 })).rejects.toMatchObject({
      param: 'amount',
    })
    const after = await stripe.transfers.retrieve(id)
    expect(after).toMatchObject({ amount_reversed: 9000, reversed: false })
    expect(after.reversals.data.map(one => one.amount)).toEqual([5000, 4000])
    expect((await stripe.transfers.listReversals(id)).data).toHaveLength(2)
  })

  it('fails once the contractor has been paid out', async () => {
    await emulator.advance(2 * 86_400)
    await stripe.payouts.create({ amount: 8500, currency: 'usd' }, { stripeAccount: account })
    const { transfer } = await stripe.charges.retrieve(charge)
    await expect(stripe.transfers.createReversal(String(transfer), { amount: 1000 })).rejects.toMatchObject({
      code: 'balance_insufficient',
    })
    await stripe.transfers.createReversal(String(transfer), { amount: 500 })
    expect(await balanceOf()).toEqual([0, 0])
  })
})
