import type Stripe from 'stripe'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DAY } from '../core/clock.ts'
import { bankToken, describedAccount } from '../testing/contractor.ts'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { funds, holdFor, payableAccount, payer } from '../testing/money.ts'
import { toldBy } from '../testing/told.ts'

let emulator: TestEmulator
let stripe: Stripe
let account: string
let own: { stripeAccount: string }
beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
})
afterAll(() => emulator.stop())

/** An account with 90.00 that wait for it to ask for them. */
beforeEach(() => accountWith('000123456789'))

async function accountWith(bankNumber: string) {
  account = await payableAccount(emulator, bankNumber)
  own = { stripeAccount: account }
  const hold = holdFor(account, await payer(emulator, 'pm_card_bypassPending'))
  await stripe.paymentIntents.create({ ...hold, capture_method: 'automatic' })
}

const payOut = (params: Partial<Stripe.PayoutCreateParams> = {}) =>
  stripe.payouts.create({ amount: 4000, currency: 'usd', ...params }, own)
const statusOf = async (id: string) => (await stripe.payouts.retrieve(id, {}, own)).status
const available = async () => (await funds(emulator, account))[0]

describe('payouts', () => {
  it('leave the balance at once, are on their way from midnight, and arrive on the clock', async () => {
    const told = await toldBy(emulator, async () => {
      const payout = await payOut()
      expect(payout).toMatchObject({ amount: 4000, automatic: false, status: 'pending' })
      expect(payout.arrival_date % DAY).toBe(0)
      expect(await available()).toBe(5000)
      await emulator.advance(DAY)
      expect(await statusOf(payout.id)).toBe('in_transit')
      await expect(stripe.payouts.cancel(payout.id, {}, own)).rejects.toThrow(
        'Payouts can only be canceled while they are pending.',
      )
      await emulator.advance(DAY)
      expect(await statusOf(payout.id)).toBe('paid')
      await expect(stripe.balanceTransactions.list({ payout: payout.id }, own)).rejects.toThrow(
        'can only be filtered on automatic transfers',
      )
    })
    const PAYOUT = ['connected payout.created', 'connected payout.updated', 'connected payout.paid']
    expect(told).toEqual(PAYOUT)
  })

  it('can be taken back while they are pending', async () => {
    const { id } = await payOut()
    const canceled = await stripe.payouts.cancel(id, {}, own)
    expect(canceled).toMatchObject({ status: 'canceled', failure_balance_transaction: /^txn_/ })
    expect(await available()).toBe(9000)
    await emulator.advance(3 * DAY)
    expect(await statusOf(id)).toBe('canceled')
  })

  it('still name a bank account that was deleted since', async () => {
    const { id, destination } = await payOut()
    const other = { external_account: await bankToken(emulator), default_for_currency: true }
    await stripe.accounts.createExternalAccount(account, other)
    await stripe.accounts.deleteExternalAccount(account, String(destination))
    const gone = { id: destination, object: 'bank_account', deleted: true }
    const listed = await stripe.payouts.list({ expand: ['data.destination'] }, own)
    expect(listed.data).toMatchObject([{ id, destination: gone }])
  })

  it('need money, an account that may be paid out, and a bank account in their currency', async () => {
    await expect(payOut({ amount: 9001 })).rejects.toMatchObject({ code: 'balance_insufficient' })
    await expect(payOut({ amount: 0 })).rejects.toMatchObject({ code: 'parameter_invalid_integer' })
    await expect(payOut({ currency: 'eur' })).rejects.toThrow('external accounts in that currency (eur)')
    await expect(payOut({ destination: 'ba_none' })).rejects.toMatchObject({ param: 'destination' })
    const unverified = { stripeAccount: await describedAccount(emulator) }
    await expect(stripe.payouts.create({ amount: 100, currency: 'usd' }, unverified)).rejects.toMatchObject({
      code: 'payouts_not_allowed',
    })
  })
})

describe('instant payouts', () => {
  it('are there within the hour, at a bank or on a debit card', async () => {
    const card = await stripe.accounts.createExternalAccount(account, {
      external_account: 'tok_visa_debit_us_transferSuccess',
    })
    const balance = await stripe.balance.retrieve({ expand: ['instant_available.net_available'] }, own)
    expect(balance.instant_available).toMatchObject([
      {
        amount: 9000,
        currency: 'usd',
        net_available: [{ destination: card.id }, { destination: expect.stringMatching(/^ba_/) }],
      },
    ])
    const toBank = await payOut({ method: 'instant' })
    const toCard = await payOut({ method: 'instant', destination: card.id })
    expect([toBank, toCard]).toMatchObject([{ type: 'bank_account' }, { type: 'card', method: 'instant' }])
    await emulator.advance(120)
    expect(await statusOf(toCard.id)).toBe('in_transit')
    await emulator.advance(1800)
    expect([await statusOf(toBank.id), await statusOf(toCard.id)]).toEqual(['paid', 'paid'])
  })

  it('have limits, and not every bank or card takes them', async () => {
    const instant = (params: Partial<Stripe.PayoutCreateParams>) => payOut({ method: 'instant', ...params })
    await expect(instant({ amount: 1_000_000 })).rejects.toThrow('less than or equal to $9999')
    await expect(instant({ amount: 49 })).rejects.toMatchObject({ code: 'amount_too_small' })
    const slow = await stripe.accounts.createExternalAccount(account, {
      external_account: 'tok_visa_debit_us_instantPayoutUnsupported',
    })
    await expect(instant({ destination: slow.id })).rejects.toMatchObject({
      code: 'instant_payouts_unsupported',
    })
  })
})

describe('reversals', () => {
  it('bring the money of a payout back from its bank', async () => {
    const { id } = await payOut()
    await expect(stripe.payouts.reverse(id, {}, own)).rejects.toThrow('cancel it instead')
    await emulator.advance(2 * DAY)
    const told = await toldBy(emulator, async () => {
      const reversal = await stripe.payouts.reverse(id, { metadata: { why: 'closed' } }, own)
      expect(reversal).toMatchObject({ amount: -4000, original_payout: id, metadata: { why: 'closed' } })
      expect(await stripe.payouts.retrieve(id, {}, own)).toMatchObject({ reversed_by: reversal.id })
      expect(await funds(emulator, account)).toEqual([5000, 4000])
      await expect(stripe.payouts.reverse(id, {}, own)).rejects.toThrow('already reversed')
      await expect(stripe.payouts.reverse(reversal.id, {}, own)).rejects.toThrow('debit')
      await emulator.advance(2 * DAY)
      expect(await statusOf(reversal.id)).toBe('paid')
      expect(await funds(emulator, account)).toEqual([9000, 0])
    })
    expect(told.filter(type => type.startsWith('connected payout'))).toEqual([
      'connected payout.updated',
      'connected payout.created',
      'connected payout.updated',
      'connected payout.paid',
    ])
  })

  it('are canceled when the payout comes back by itself', async () => {
    await accountWith('000333333335')
    const { id } = await payOut()
    await emulator.advance(DAY)
    const reversal = await stripe.payouts.reverse(id, {}, own)
    await emulator.advance(DAY)
    expect([await statusOf(id), await statusOf(reversal.id)]).toEqual(['failed', 'canceled'])
  })

  it('are not for instant payouts, nor for the platform’s own', async () => {
    const instant = await payOut({ method: 'instant' })
    await emulator.advance(3600)
    await expect(stripe.payouts.reverse(instant.id, {}, own)).rejects.toThrow('Instant Payouts')
    const ofPlatform = await stripe.payouts.create({ amount: 100, currency: 'usd' })
    await emulator.advance(DAY)
    await expect(stripe.payouts.reverse(ofPlatform.id)).rejects.toThrow('connected accounts')
  })
})
