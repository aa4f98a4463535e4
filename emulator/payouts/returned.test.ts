import type Stripe from 'stripe'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DAY } from '../core/clock.ts'
import { bankToken } from '../testing/contractor.ts'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { eventTypes, funds } from '../testing/money.ts'
import { AT_TWO, HOUR, PayoutCalendar } from '../testing/payout-calendar.ts'

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

describe('a payout that comes back', () => {
  it('stops further ones until the bank account is changed', async () => {
    const account = await calendar.scheduled({ interval: 'daily' }, '000111111116')
    const own = { stripeAccount: account }
    await calendar.pay(account, 'pm_card_bypassPending')
    await calendar.goTo(calendar.thursday + 3 * DAY)
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
    await calendar.goTo(calendar.thursday + 5 * DAY)
    expect(await calendar.payoutsOf(account)).toHaveLength(1)
    const details = { account_holder_name: 'Ada Byron' }
    await stripe.accounts.updateExternalAccount(account, bank?.id ?? '', details)
    await calendar.goTo(calendar.thursday + 6 * DAY)
    expect(await calendar.payoutsOf(account)).toMatchObject([{}, { amount: 9000, at: 5 + AT_TWO }])
    await stripe.accounts.update(account, { external_account: await bankToken(emulator) })
    expect(await stripe.accounts.retrieve(account)).toMatchObject({ payouts_enabled: true })
  })

  it('may have been paid before', async () => {
    const account = await calendar.scheduled({ interval: 'daily' }, '000111111113')
    await calendar.pay(account, 'pm_card_bypassPending')
    await calendar.goTo(calendar.thursday + 4 * DAY)
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
    const account = await calendar.scheduled({ interval: 'daily' })
    await calendar.pay(account, 'pm_card_bypassPending')
    await calendar.pay(account, 'pm_card_bypassPending', { currency: 'eur' })
    await calendar.goTo(calendar.thursday + DAY + 3 * HOUR)
    expect(await calendar.payoutsOf(account)).toMatchObject([{ currency: 'usd' }])
    expect(await funds(emulator, account, 'eur')).toEqual([9000, 0])
    const iban = { country: 'DE', currency: 'eur', account_number: 'DE89370400440532013000' }
    const { id } = await stripe.accounts.createExternalAccount(account, {
      external_account: { object: 'bank_account', ...iban },
    })
    await calendar.goTo(calendar.thursday + 2 * DAY + 3 * HOUR)
    const [payout] = (await stripe.payouts.list({}, { stripeAccount: account })).data
    expect(payout).toMatchObject({ amount: 9000, currency: 'eur', destination: id })
  })

  it('is taken back from the bank when the balance is below zero and that is allowed', async () => {
    const account = await calendar.scheduled({ interval: 'daily' })
    const own = { stripeAccount: account }
    await stripe.accounts.update(account, { settings: { payouts: { debit_negative_balances: true } } })
    await stripe.paymentIntents.create(
      { amount: 5000, currency: 'usd', confirm: true, payment_method: 'pm_card_createDispute' },
      own,
    )
    const owed = (await funds(emulator, account)).reduce((sum, part) => sum + part)
    expect(owed).toBeLessThan(0)
    await calendar.goTo(calendar.thursday + 2 * DAY + 2 * HOUR)
    expect(await calendar.payoutsOf(account)).toMatchObject([{ amount: owed, status: 'pending' }])
    await calendar.goTo(calendar.thursday + 4 * DAY)
    expect(await calendar.payoutsOf(account)).toMatchObject([{ amount: owed, status: 'paid' }])
    expect(await funds(emulator, account)).toEqual([0, 0])
  })
})
