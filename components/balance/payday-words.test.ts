import { expect, test } from 'vitest'
import { wordsIn } from '#lib/i18n/catalogue.ts'
import type { Payday, PaydayPayout } from '#lib/paydays/model.ts'
import { paydaySteps } from './payday-words.ts'

const ON = new Date('2026-11-26T00:00:00Z')
const manual = { interval: 'manual', weekday: null, monthDay: null }
const weekly = { interval: 'weekly', weekday: 'friday', monthDay: null }
const payout = {
  id: 'pyt',
  amount: 9000n,
  currency: 'usd',
  status: 'paid',
  isAutomatic: true,
  arrivalOn: ON,
  bankName: null,
  bankLast4: null,
  traceId: 'TRACE1',
  failureCode: null,
  hasLeft: true,
  hasReturned: false,
  createdAt: ON,
  stripePayoutId: 'po',
} as const

const payday = (of: PaydayPayout, part: Partial<Payday> = {}): Payday => ({
  capturedAt: ON,
  earned: { amount: 9000n, currency: 'usd' },
  isAvailable: true,
  availableOn: ON,
  schedule: manual,
  payout: of,
  ...part,
})

const told = (of: Payday | null) =>
  paydaySteps(wordsIn('en'), of).map(({ state, text }) => `${state}: ${text}`)

test('each station says where the money is, and what is not known', () => {
  expect(told(null)[0]).toBe('now: Once the employer approves your work.')
  const pending = payday({ kind: 'by_schedule' }, { isAvailable: false, schedule: weekly })
  expect(told(pending).slice(1)).toEqual([
    'now: Pending until then: Stripe has it, and nobody can take it out yet.',
    'later: With the next payout of your schedule, every Friday.',
    'later: The day is known once it is paid out.',
  ])
  expect(told({ ...pending, availableOn: null })[1]).toBe('now: Stripe has not said the day yet.')
  expect(told(payday({ kind: 'not_known_yet' }))[2]).toContain('now: This money is probably in a payout')
  expect(told(payday({ kind: 'stripe_unavailable' }))[2]).toContain('Stripe did not answer')
  expect(told(payday({ kind: 'manual', asked: null }))[2]).toContain('until you pay it out')
  const asked = payday({ kind: 'manual', asked: { amount: 4000n, currency: 'usd' } })
  expect(told(asked)[2]).toContain('You have paid out $40.00 since this order was captured.')
  expect(told(payday({ kind: 'found', payout }, { schedule: weekly })).slice(2)).toEqual([
    'done: Part of the payout of $90.00. Paid.',
    expect.stringMatching(/^done: .*reference: TRACE1$/),
  ])
})

test('a payout that did not arrive says why, where the money is and what to do', () => {
  const failed = { ...payout, status: 'failed', failureCode: 'account_closed', hasReturned: true } as const
  const steps = paydaySteps(wordsIn('en'), payday({ kind: 'found', payout: failed }, { schedule: weekly }))
  expect(steps[3]).toMatchObject({
    state: 'failed',
    text: 'The bank account is closed. Add another bank account. The money is back in the balance. It goes again with a later payout.',
    link: { href: '/onboarding#bank' },
  })
})

test('the stations are said in the language of whoever reads them', () => {
  const monthly = { interval: 'monthly', weekday: null, monthDay: 31 }
  const waits = payday({ kind: 'by_schedule' }, { schedule: monthly })
  expect(paydaySteps(wordsIn('pl'), waits)[2]?.text).toBe(
    'Z następną wypłatą według harmonogramu, co miesiąc, 31. dnia miesiąca, a w krótszych miesiącach ostatniego.',
  )
  expect(paydaySteps(wordsIn('de'), payday({ kind: 'by_schedule' }, { schedule: weekly }))[2]?.text).toBe(
    'Mit der nächsten Auszahlung nach Plan, jeden Freitag.',
  )
})
