import { expect, test } from 'vitest'
import { wordsIn } from '#lib/i18n/catalogue.ts'
import { commissionWords } from './commission-words.ts'

test('says only the parts that a rate has', () => {
  expect(commissionWords(wordsIn('en'), { bps: 1000, fixed: 0n }, 'usd')).toBe('10 %')
  expect(commissionWords(wordsIn('en'), { bps: 250, fixed: 30n }, 'eur')).toBe('2.5 % + €0.30')
  expect(commissionWords(wordsIn('en'), { bps: 0, fixed: 50n }, 'jpy')).toBe('¥50')
  expect(commissionWords(wordsIn('en'), { bps: 0, fixed: 0n }, 'usd')).toBe('none')
})
