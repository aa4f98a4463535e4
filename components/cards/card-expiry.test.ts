import { expect, test } from 'vitest'
import { cardName } from '#lib/cards/model.ts'
import { wordsIn } from '#lib/i18n/catalogue.ts'
import { cardExpiry, expiryWords } from './card-expiry.ts'

const now = new Date('2026-12-31T23:59:59Z')

test('a card is good through the last day of its month', () => {
  expect(cardExpiry({ expMonth: 11, expYear: 2026 }, now)).toBe('expired')
  expect(cardExpiry({ expMonth: 12, expYear: 2026 }, now)).toBe('soon')
  expect(cardExpiry({ expMonth: 1, expYear: 2027 }, now)).toBe('soon')
  expect(cardExpiry({ expMonth: 2, expYear: 2027 }, now)).toBe('valid')
})

test('names a card by its brand and last figures', () => {
  expect(cardName(wordsIn('en'), { brand: 'visa', last4: '4242' })).toBe('Visa ending in 4242')
  expect(cardName(wordsIn('en'), { brand: 'brand_new', last4: '0001' })).toBe('Card ending in 0001')
  expect(expiryWords({ expMonth: 4, expYear: 2029 })).toBe('04/29')
})
