import type Stripe from 'stripe'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DAY } from '../core/clock.ts'
import { bankToken, clockOf } from '../testing/contractor.ts'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { eventTypes, funds, holdFor, payableAccount, payer } from '../testing/money.ts'
import { toldBy } from '../testing/told.ts'

let emulator: TestEmulator
let stripe: Stripe
/** Midnight of the Thursday on which a test begins, in Unix seconds. */
let thursday: number
beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
})
afterAll(() => emulator.stop())

const FIRST = Date.UTC(2032, 0, 1) / 1000
const HOUR = 3600

/** Every test begins at noon of a Thursday. */
beforeEach(async () => {
  const weeks = Math.ceil(Math.max(0, (await clockOf(emulator)) - FIRST) / (7 * DAY))
  thursday = FIRST + weeks * 7 * DAY
  await goTo(thursday + 12 * HOUR)
})

const goTo = async (to: number) => void (await emulator.control('POST', 'clock/advance', { to }))

type Schedule = Stripe.AccountUpdateParams.Settings.Payouts.Schedule

async function scheduled(schedule: Schedule, bankNumber?: string): Promise<string> {
  const id = await payableAccount(emulator, bankNumber)
  await stripe.accounts.update(id, { settings: { payouts: { schedule } } })
  return id
}

/** A payment of 100.00, of which 90.00 are the account's; with `pm_card_bypassPending` they are available at once. */
async function pay(account: string, card?: string, extra: Partial<Stripe.PaymentIntentCreateParams> = {}) {
  const hold = holdFor(account, await payer(emulator, card))
  await stripe.paymentIntents.create({ ...hold, capture_method: 'automatic', ...extra })
}

/** The account's payouts, oldest first, each with the days from the Thursday to its creation. */
async function payoutsOf(account?: string) {
  const options = account === undefined ? {} : { stripeAccount: account }
  const { data } = await stripe.payouts.list({ limit: 100 }, options)
  return data.reverse().map(({ amount, created, status, currency }) => ({
    amount,
    currency,
    status,
    at: (created - thursday) / DAY,
  }))
}

const AT_TWO = 2 / 24

describe('a daily schedule', () => {
  it('pays out what became available that day, and says what of', async () => {
    const account = await scheduled({ interval: 'daily' })
    const own = { stripeAccount: account }
    await pay(account)
    await pay(account)
    const told = await toldBy(emulator, () => goTo(thursday + 2 * DAY + 2 * HOUR))
    expect(told.slice(-2)).toEqual(['connected balance.available', 'connected payout.created'])
    const [payout] = (await stripe.payouts.list({}, own)).data
    expect(payout).toMatchObject({
      amount: 18_000,
      arrival_date: thursday + 4 * DAY,
      automatic: true,
      created: thursday + 2 * DAY + 2 * HOUR,
      reconciliation_status: 'in_progress',
      status: 'pending',
    })
    expect(await funds(emulator, account)).toEqual([0, 0])
    const id = payout?.id ?? ''
    const list = () => stripe.balanceTransactions.list({ payout: id }, own)
    await expect(list()).rejects.toMatchObject({ code: 'payout_reconciliation_not_ready' })
    await expect(stripe.payouts.cancel(id, {}, own)).rejects.toThrow('Automatic payouts')
    await pay(account)
    expect(await toldBy(emulator, () => goTo(thursday + 4 * DAY))).toEqual([
      'connected payout.updated',
      'connected payout.reconciliation_completed',
      'connected payout.paid',
      'balance.available',
      'connected balance.available',
    ])
    expect(await stripe.payouts.retrieve(id, {}, own)).toMatchObject({
      reconciliation_status: 'completed',
      status: 'paid',
    })
    const { data } = await list()
    expect(data.map(({ type, amount, net }) => [type, amount, net])).toEqual([
      ['payout', -18_000, -18_000],
      ['payment', 10_000, 9000],
      ['payment', 10_000, 9000],
    ])
    await goTo(thursday + 4 * DAY + 2 * HOUR)
    expect((await payoutsOf(account)).map(({ amount, at }) => [amount, at])).toEqual([
      [18_000, 2 + AT_TWO],
      [9000, 4 + AT_TWO],
    ])
  })

  it('waits as many days as the account’s charges have to', async () => {
    const account = await scheduled({ interval: 'daily', delay_days: 7 })
    await pay(account, undefined, { on_behalf_of: account })
    await pay(account)
    await goTo(thursday + 9 * DAY)
    expect((await payoutsOf(account)).map(({ at }) => at)).toEqual([2 + AT_TWO, 7 + AT_TWO])
    const own = { stripeAccount: account }
    for (const { id } of (await stripe.payouts.list({}, own)).data) {
      const { data } = await stripe.balanceTransactions.list({ payout: id }, own)
      expect(data.map(({ type }) => type)).toEqual(['payout', 'payment'])
    }
  })
})

describe('other schedules', () => {
  it('pay out on their weekdays', async () => {
    const account = await scheduled({ interval: 'weekly', weekly_payout_days: ['friday', 'tuesday'] })
    await pay(account, 'pm_card_bypassPending')
    await goTo(thursday + 2 * DAY)
    await pay(account, 'pm_card_bypassPending')
    await goTo(thursday + 14 * DAY)
    expect((await payoutsOf(account)).map(({ at }) => at)).toEqual([1 + AT_TWO, 5 + AT_TWO])
    const { settings } = await stripe.accounts.retrieve(account)
    expect(settings?.payouts?.schedule).toMatchObject({ interval: 'weekly', weekly_anchor: 'friday' })
  })

  it('pay out on the last day of a month that has no 31st', async () => {
    const account = await scheduled({ interval: 'monthly', monthly_anchor: 31 })
    const day = new Date(thursday * 1000)
    const next = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 15) / 1000
    const last = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 2, 0) / 1000
    await goTo(next)
    await pay(account, 'pm_card_bypassPending')
    await goTo(last + DAY)
    expect((await payoutsOf(account)).map(({ at }) => thursday + at * DAY)).toEqual([last + 2 * HOUR])
  })

  it('are changed by the balance settings, and pay nothing out when they are manual', async () => {
    const account = await scheduled({ interval: 'daily' })
    const own = { stripeAccount: account }
    await pay(account, 'pm_card_bypassPending')
    const schedule = (interval: 'daily' | 'manual') =>
      stripe.balanceSettings.update({ payments: { payouts: { schedule: { interval } } } }, own)
    await schedule('manual')
    await goTo(thursday + 3 * DAY)
    expect(await payoutsOf(account)).toEqual([])
    await schedule('daily')
    await goTo(thursday + 4 * DAY)
    expect((await payoutsOf(account)).map(({ at }) => at)).toEqual([3 + AT_TWO])
  })

  it('need a day, and no shorter delay than Stripe’s', async () => {
    const account = await payableAccount(emulator)
    const change = (schedule: Schedule) =>
      stripe.accounts.update(account, { settings: { payouts: { schedule } } })
    const param = (name: string) => `settings[payouts][schedule][${name}]`
    await expect(change({ interval: 'weekly' })).rejects.toMatchObject({ param: param('weekly_anchor') })
    await expect(change({ interval: 'monthly', monthly_anchor: 32 })).rejects.toMatchObject({
      param: param('monthly_anchor'),
    })
    await expect(change({ delay_days: 1 })).rejects.toMatchObject({ param: param('delay_days') })
    const { settings } = await change({ interval: 'daily', delay_days: 'minimum' })
    expect(settings?.payouts?.schedule).toEqual({ delay_days: 2, interval: 'daily' })
  })

  it('of the platform is manual until it says otherwise', async () => {
    await pay(await payableAccount(emulator), 'pm_card_bypassPending')
    const [available] = await funds(emulator)
    await goTo(thursday + DAY)
    expect(await payoutsOf()).toEqual([])
    await stripe.balanceSettings.update({ payments: { payouts: { schedule: { interval: 'daily' } } } })
    await goTo(thursday + 2 * DAY)
    expect(await payoutsOf()).toMatchObject([{ amount: available, at: 1 + AT_TWO }])
    await stripe.balanceSettings.update({ payments: { payouts: { schedule: { interval: 'manual' } } } })
  })
})

describe('a payout that comes back', () => {
  it('stops further ones until the bank account is changed', async () => {
    const account = await scheduled({ interval: 'daily' }, '000111111116')
    const own = { stripeAccount: account }
    await pay(account, 'pm_card_bypassPending')
    await goTo(thursday + 3 * DAY)
    expect((await eventTypes(emulator, account)).slice(-4)).toEqual([
      'payout.reconciliation_completed',
      'payout.failed',
      'account.external_account.updated',
      'account.updated',
    ])
    const [payout] = (await stripe.payouts.list({ status: 'failed' }, own)).data
    expect(payout).toMatchObject({ failure_code: 'no_account', automatic: true })
    const transaction = await stripe.balanceTransactions.retrieve(
      String(payout?.failure_balance_transaction),
      {},
      own,
    )
    expect(transaction).toMatchObject({ amount: 9000, type: 'payout_failure' })
    const stopped = await stripe.accounts.retrieve(account)
    const [bank] = stopped.external_accounts?.data ?? []
    expect(stopped).toMatchObject({
      charges_enabled: true,
      external_accounts: { data: [{ status: 'errored' }] },
      payouts_enabled: false,
      requirements: { currently_due: ['external_account'] },
    })
    await expect(stripe.payouts.create({ amount: 9000, currency: 'usd' }, own)).rejects.toMatchObject({
      code: 'payouts_not_allowed',
    })
    await goTo(thursday + 5 * DAY)
    expect(await payoutsOf(account)).toHaveLength(1)
    const details = { account_holder_name: 'Ada Byron' }
    await stripe.accounts.updateExternalAccount(account, bank?.id ?? '', details)
    await goTo(thursday + 6 * DAY)
    expect(await payoutsOf(account)).toMatchObject([{}, { amount: 9000, at: 5 + AT_TWO }])
    await stripe.accounts.update(account, { external_account: await bankToken(emulator) })
    expect(await stripe.accounts.retrieve(account)).toMatchObject({ payouts_enabled: true })
  })

  it('may have been paid before', async () => {
    const account = await scheduled({ interval: 'daily' }, '000111111113')
    await pay(account, 'pm_card_bypassPending')
    await goTo(thursday + 4 * DAY)
    const told = await eventTypes(emulator, account)
    expect(told.filter(type => type.startsWith('payout.'))).toEqual([
      'payout.created',
      'payout.updated',
      'payout.reconciliation_completed',
      'payout.paid',
      'payout.failed',
    ])
    expect(await funds(emulator, account)).toEqual([9000, 0])
  })
})

describe('what a schedule pays out', () => {
  it('goes to the default bank of each currency, and stays where there is none', async () => {
    const account = await scheduled({ interval: 'daily' })
    await pay(account, 'pm_card_bypassPending')
    await pay(account, 'pm_card_bypassPending', { currency: 'eur' })
    await goTo(thursday + DAY + 3 * HOUR)
    expect(await payoutsOf(account)).toMatchObject([{ currency: 'usd' }])
    expect(await funds(emulator, account, 'eur')).toEqual([9000, 0])
    const iban = { country: 'DE', currency: 'eur', account_number: 'DE89370400440532013000' }
    const { id } = await stripe.accounts.createExternalAccount(account, {
      external_account: { object: 'bank_account', ...iban },
    })
    await goTo(thursday + 2 * DAY + 3 * HOUR)
    const [payout] = (await stripe.payouts.list({}, { stripeAccount: account })).data
    expect(payout).toMatchObject({ amount: 9000, currency: 'eur', destination: id })
  })

  it('is taken back from the bank when the balance is below zero and that is allowed', async () => {
    const account = await scheduled({ interval: 'daily' })
    const own = { stripeAccount: account }
    await stripe.accounts.update(account, { settings: { payouts: { debit_negative_balances: true } } })
    await stripe.paymentIntents.create(
      { amount: 5000, currency: 'usd', confirm: true, payment_method: 'pm_card_createDispute' },
      own,
    )
    const owed = (await funds(emulator, account)).reduce((sum, part) => sum + part)
    expect(owed).toBeLessThan(0)
    await goTo(thursday + 2 * DAY + 2 * HOUR)
    expect(await payoutsOf(account)).toMatchObject([{ amount: owed, status: 'pending' }])
    await goTo(thursday + 4 * DAY)
    expect(await payoutsOf(account)).toMatchObject([{ amount: owed, status: 'paid' }])
    expect(await funds(emulator, account)).toEqual([0, 0])
  })
})
