import type Stripe from 'stripe'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DAY } from '../core/clock.ts'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { funds, payableAccount } from '../testing/money.ts'
import { AT_TWO, HOUR, PayoutCalendar, type Schedule } from '../testing/payout-calendar.ts'
import { toldBy } from '../testing/told.ts'

let emulator: TestEmulator
let stripe: Stripe
let calendar: PayoutCalendar
beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
  calendar = new PayoutCalendar(emulator)
})
beforeEach(() => calendar.begin())
afterAll(() => emulator.stop())

describe('a daily schedule', () => {
  it('pays out what became available that day, and says what of', async () => {
    const account = await calendar.scheduled({ interval: 'daily' })
    const own = { stripeAccount: account }
    await calendar.pay(account)
    await calendar.pay(account)
    const told = await toldBy(emulator, () => calendar.goTo(calendar.thursday + 2 * DAY + 2 * HOUR))
    expect(told.slice(-2)).toEqual(['connected balance.available', 'connected payout.created'])
    const [payout] = (await stripe.payouts.list({}, own)).data
    expect(payout).toMatchObject({
      amount: 18_000,
      arrival_date: calendar.thursday + 4 * DAY,
      automatic: true,
      created: calendar.thursday + 2 * DAY + 2 * HOUR,
      reconciliation_status: 'in_progress',
      status: 'pending',
    })
    expect(await funds(emulator, account)).toEqual([0, 0])
    const id = payout?.id ?? ''
    const list = () => stripe.balanceTransactions.list({ payout: id }, own)
    await expect(list()).rejects.toMatchObject({ code: 'payout_reconciliation_not_ready' })
    await expect(stripe.payouts.cancel(id, {}, own)).rejects.toThrow('Automatic payouts')
    await calendar.pay(account)
    expect(await toldBy(emulator, () => calendar.goTo(calendar.thursday + 4 * DAY))).toEqual([
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
    await calendar.goTo(calendar.thursday + 4 * DAY + 2 * HOUR)
    expect((await calendar.payoutsOf(account)).map(({ amount, at }) => [amount, at])).toEqual([
      [18_000, 2 + AT_TWO],
      [9000, 4 + AT_TWO],
    ])
  })

  it('waits as many days as the account’s charges have to', async () => {
    const account = await calendar.scheduled({ interval: 'daily', delay_days: 7 })
    await calendar.pay(account, undefined, { on_behalf_of: account })
    await calendar.pay(account)
    await calendar.goTo(calendar.thursday + 9 * DAY)
    expect((await calendar.payoutsOf(account)).map(({ at }) => at)).toEqual([2 + AT_TWO, 7 + AT_TWO])
    const own = { stripeAccount: account }
    for (const { id } of (await stripe.payouts.list({}, own)).data) {
      const { data } = await stripe.balanceTransactions.list({ payout: id }, own)
      expect(data.map(({ type }) => type)).toEqual(['payout', 'payment'])
    }
  })
})

describe('other schedules', () => {
  it('pay out on their weekdays', async () => {
    const account = await calendar.scheduled({
      interval: 'weekly',
      weekly_payout_days: ['friday', 'tuesday'],
    })
    await calendar.pay(account, 'pm_card_bypassPending')
    await calendar.goTo(calendar.thursday + 2 * DAY)
    await calendar.pay(account, 'pm_card_bypassPending')
    await calendar.goTo(calendar.thursday + 14 * DAY)
    expect((await calendar.payoutsOf(account)).map(({ at }) => at)).toEqual([1 + AT_TWO, 5 + AT_TWO])
    const { settings } = await stripe.accounts.retrieve(account)
    expect(settings?.payouts?.schedule).toMatchObject({ interval: 'weekly', weekly_anchor: 'friday' })
  })

  it('pay out on the last day of a month that has no 31st', async () => {
    const account = await calendar.scheduled({ interval: 'monthly', monthly_anchor: 31 })
    const day = new Date(calendar.thursday * 1000)
    const next = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 15) / 1000
    const last = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 2, 0) / 1000
    await calendar.goTo(next)
    await calendar.pay(account, 'pm_card_bypassPending')
    await calendar.goTo(last + DAY)
    expect((await calendar.payoutsOf(account)).map(({ at }) => calendar.thursday + at * DAY)).toEqual([
      last + 2 * HOUR,
    ])
  })

  it('are changed by the balance settings, and pay nothing out when they are manual', async () => {
    const account = await calendar.scheduled({ interval: 'daily' })
    const own = { stripeAccount: account }
    await calendar.pay(account, 'pm_card_bypassPending')
    const schedule = (interval: 'daily' | 'manual') =>
      stripe.balanceSettings.update({ payments: { payouts: { schedule: { interval } } } }, own)
    await schedule('manual')
    await calendar.goTo(calendar.thursday + 3 * DAY)
    expect(await calendar.payoutsOf(account)).toEqual([])
    await schedule('daily')
    await calendar.goTo(calendar.thursday + 4 * DAY)
    expect((await calendar.payoutsOf(account)).map(({ at }) => at)).toEqual([3 + AT_TWO])
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
    await calendar.pay(await payableAccount(emulator), 'pm_card_bypassPending')
    const [available] = await funds(emulator)
    await calendar.goTo(calendar.thursday + DAY)
    expect(await calendar.payoutsOf()).toEqual([])
    await stripe.balanceSettings.update({ payments: { payouts: { schedule: { interval: 'daily' } } } })
    await calendar.goTo(calendar.thursday + 2 * DAY)
    expect(await calendar.payoutsOf()).toMatchObject([{ amount: available, at: 1 + AT_TWO }])
    await stripe.balanceSettings.update({ payments: { payouts: { schedule: { interval: 'manual' } } } })
  })
})
