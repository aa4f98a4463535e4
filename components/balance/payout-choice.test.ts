import { expect, test } from 'vitest'
import { wordsIn } from '#lib/i18n/catalogue.ts'
import { PAYOUT_ERRORS } from '#lib/payouts/model.ts'
import { judgePayout } from './payout-choice.ts'

const judge = (typed: string, currency: 'usd' | 'huf' | 'jpy' = 'usd', amount = 10_050n) =>
  judgePayout({ amount, currency }, typed)

test('a typed amount is judged as the command will judge it', () => {
  expect(judge('100.50')).toEqual({ ok: true, money: { amount: 10_050n, currency: 'usd' } })
  const more = judge('100.51')
  expect(!more.ok && wordsIn('en').say(more.error)).toBe('No more than $100.50 can be paid out now.')
  for (const wrong of ['', '0', '-5', '1.234', 'all'])
    expect(judge(wrong)).toEqual({ ok: false, error: PAYOUT_ERRORS.amount_invalid.message })
})

test('currencies that banks take in whole ones are paid out in whole ones', () => {
  expect(judge('100', 'huf')).toMatchObject({ ok: true })
  expect(judge('100.50', 'huf')).toEqual({ ok: false, error: PAYOUT_ERRORS.amount_uneven.message })
  expect(judge('10050', 'jpy')).toMatchObject({ ok: true })
})
