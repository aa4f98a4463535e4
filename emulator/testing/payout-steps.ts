import fc from 'fast-check'
import { accountOf, at, type World } from './world.ts'

const to = fc.nat(20)
const flag = fc.boolean()
/** Little enough that a contractor often has it. */
const amount = fc.integer({ min: 50, max: 4000 })

const payout = fc.record({ do: fc.constant('payout' as const), amount, to })
const schedule = fc.record({
  do: fc.constant('schedule' as const),
  to,
  interval: fc.constantFrom('daily', 'weekly', 'monthly', 'manual'),
  debits: flag,
})
const mend = fc.record({ do: fc.constant('mend' as const), to })
const takeBack = fc.record({ do: fc.constant('takeBack' as const), to, which: to, cancel: flag })
/** A sale of the contractor's own that is disputed, and leaves a debt. */
const sell = fc.record({ do: fc.constant('sell' as const), amount, to })

/** Steps of a random history that are about a contractor's own money. */
export const PAYOUT_STEPS = [payout, payout, schedule, schedule, mend, takeBack, sell]

type Step = (typeof PAYOUT_STEPS)[number] extends infer A
  ? A extends fc.Arbitrary<infer T>
    ? T
    : never
  : never
type StepOf<Name extends Step['do']> = Extract<Step, { do: Name }>
type Doers = { [Name in Step['do']]: (world: World, one: StepOf<Name>) => Promise<unknown> }

/** The days that a schedule needs. */
const DAYS = {
  daily: {},
  weekly: { weekly_payout_days: ['monday' as const, 'thursday' as const] },
  monthly: { monthly_payout_days: [1, 10, 20, 31] },
  manual: {},
}

export const PAYOUT_DOERS: Doers = {
  payout: (world, one) =>
    world.emulator.stripe.payouts.create(
      { amount: one.amount, currency: 'usd' },
      { stripeAccount: accountOf(world, one.to) },
    ),
  schedule: (world, { to, interval, debits }) =>
    world.emulator.stripe.accounts.update(accountOf(world, to), {
      settings: {
        payouts: {
          debit_negative_balances: debits,
          schedule: { interval, ...DAYS[interval] },
        },
      },
    }),
  /** The bank account from which payouts came back is tried again. */
  async mend(world, one) {
    const { accounts } = world.emulator.stripe
    const [bank] = (await accounts.listExternalAccounts(accountOf(world, one.to))).data
    const account_holder_name = 'Ada Byron'
    return accounts.updateExternalAccount(accountOf(world, one.to), bank?.id ?? 'ba_none', {
      account_holder_name,
    })
  },
  async takeBack(world, one) {
    const own = { stripeAccount: accountOf(world, one.to) }
    const { payouts } = world.emulator.stripe
    const id = at((await payouts.list({ limit: 30 }, own)).data, one.which)?.id ?? 'po_none'
    return one.cancel ? payouts.cancel(id, {}, own) : payouts.reverse(id, {}, own)
  },
  sell: (world, one) =>
    world.emulator.stripe.paymentIntents.create(
      { amount: one.amount, currency: 'usd', confirm: true, payment_method: 'pm_card_createDispute' },
      { stripeAccount: accountOf(world, one.to) },
    ),
}
