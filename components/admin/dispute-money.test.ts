import { expect, test } from 'vitest'
import { wordsIn } from '#lib/i18n/catalogue.ts'
import { disputeMoneyWords } from './dispute-money.ts'

const taken = {
  ...{ currency: 'usd' as const, amountWithdrawn: 10_000n, fee: 1500n, amountReinstated: 0n },
  ...{ recovery: { amount: 9000n, amountCollected: 9000n, status: 'succeeded' as const }, givenBack: null },
}
const returned = { amount: 9000n, amountCollected: 3000n, status: 'returned' as const }
const given = { ...taken, fee: 0n, amountReinstated: 10_000n, recovery: returned }

test.each([
  [{ ...taken, amountWithdrawn: 0n, recovery: null }, 'No money was taken.'],
  [
    taken,
    'The bank took $100.00 from Holdfast, and Stripe keeps a fee of $15.00. $90.00 was taken back from the contractor.',
  ],
  [
    { ...taken, fee: 0n, recovery: { amount: 9000n, amountCollected: 3000n, status: 'owed' as const } },
    'The bank took $100.00 from Holdfast. $30.00 of $90.00 was taken back from the contractor; they owe the rest.',
  ],
  [
    { ...taken, fee: 0n, recovery: null },
    'The bank took $100.00 from Holdfast. Nothing was taken back from the contractor.',
  ],
  [
    { ...given, givenBack: { amount: 3000n, status: 'succeeded' as const } },
    'The bank took $100.00 from Holdfast and gave $100.00 back. $30.00 was sent to the contractor again.',
  ],
  [
    given,
    'The bank took $100.00 from Holdfast and gave $100.00 back. The contractor does not owe anything for it any more.',
  ],
])('the money of a dispute in words: %#', (dispute, words) => {
  expect(disputeMoneyWords(wordsIn('en'), dispute).join(' ')).toBe(words)
})
