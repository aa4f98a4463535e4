import { expect, test } from 'vitest'
import { wordsIn } from '#lib/i18n/catalogue.ts'
import { payoutFailure, whereabouts } from './payout-words.ts'

const t = wordsIn('en')

/** Every code of https://docs.stripe.com/api/payouts/failures. */
const CODES = [
  ...[
    'account_closed',
    'account_frozen',
    'bank_account_restricted',
    'bank_ownership_changed',
    'could_not_process',
  ],
  ...['debit_not_authorized', 'declined', 'insufficient_funds', 'invalid_account_number', 'invalid_currency'],
  ...['incorrect_account_holder_name', 'incorrect_account_holder_address', 'incorrect_account_holder_tax_id'],
  ...['no_account', 'unsupported_card'],
]

test('every code of Stripe has a reason and a way on of its own', () => {
  const reasons = CODES.map(code => payoutFailure(t, code).reason)
  expect(new Set(reasons).size).toBe(CODES.length)
  for (const reason of reasons) expect(reason).not.toContain('Stripe gave the reason')
  expect(CODES.filter(code => !payoutFailure(t, code).isAboutBank)).toEqual(['insufficient_funds'])
})

test('a code that is new is named, and none is said to be none', () => {
  expect(payoutFailure(t, 'moon_phase').reason).toBe('Stripe gave the reason “moon_phase”.')
  expect(payoutFailure(t, 'toString').reason).toContain('toString')
  expect(payoutFailure(t, null).reason).toContain('gave a reason')
})

test('the money is told to be where it is', () => {
  const at = (hasLeft: boolean, hasReturned: boolean) => whereabouts(t, { hasLeft, hasReturned })
  expect([at(false, false), at(true, false), at(true, true)]).toEqual([
    'Nothing left the balance.',
    'The money is on its way back to the balance.',
    'The money is back in the balance.',
  ])
})
