import type Stripe from 'stripe'
import { DAY } from '../core/clock.ts'
import { clockOf } from './contractor.ts'
import type { TestEmulator } from './harness.ts'
import { holdFor, payableAccount, payer } from './money.ts'

export type Schedule = Stripe.AccountUpdateParams.Settings.Payouts.Schedule

const FIRST = Date.UTC(2032, 0, 1) / 1000
export const HOUR = 3600
/** The hour at which schedules pay out, in days. */
export const AT_TWO = 2 / 24

/** Accounts with schedules, and a calendar in which every test begins at noon of a Thursday. */
export class PayoutCalendar {
  readonly #emulator: TestEmulator
  /** Midnight of the Thursday on which the test begins, in Unix seconds. */
  thursday = FIRST

  constructor(emulator: TestEmulator) {
    this.#emulator = emulator
  }

  /** Goes on to noon of the next Thursday. */
  async begin(): Promise<void> {
    const weeks = Math.ceil(Math.max(0, (await clockOf(this.#emulator)) - FIRST) / (7 * DAY))
    this.thursday = FIRST + weeks * 7 * DAY
    await this.goTo(this.thursday + 12 * HOUR)
  }

  async goTo(to: number): Promise<void> {
    await this.#emulator.control('POST', 'clock/advance', { to })
  }

  async scheduled(schedule: Schedule, bankNumber?: string): Promise<string> {
    const id = await payableAccount(this.#emulator, bankNumber)
    await this.#emulator.stripe.accounts.update(id, { settings: { payouts: { schedule } } })
    return id
  }

  /** A payment of 100.00, of which 90.00 are the account's; with `pm_card_bypassPending` they are available at once. */
  async pay(
    account: string,
    card?: string,
    extra: Partial<Stripe.PaymentIntentCreateParams> = {},
  ): Promise<void> {
    const hold = holdFor(account, await payer(this.#emulator, card))
    await this.#emulator.stripe.paymentIntents.create({ ...hold, capture_method: 'automatic', ...extra })
  }

  /** The account's payouts, oldest first, each with the days from the Thursday to its creation. */
  async payoutsOf(account?: string) {
    const options = account === undefined ? {} : { stripeAccount: account }
    const { data } = await this.#emulator.stripe.payouts.list({ limit: 100 }, options)
    return data.reverse().map(({ amount, created, status, currency }) => ({
      amount,
      currency,
      status,
      at: (created - this.thursday) / DAY,
    }))
  }
}
