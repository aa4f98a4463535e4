import { expect, test } from 'vitest'
import { commissionWords } from './commission-words.ts'

test('says only the parts that a rate has', () => {
  expect(commissionWords({ bps: 1000, fixed: 0n }, 'usd')).toBe('10 %')
  expect(commissionWords({ bps: 250, fixed: 30n }, 'eur')).toBe('2.5 % + €0.30')
  expect(commissionWords({ bps: 0, fixed: 50n }, 'jpy')).toBe('¥50')
  expect(commissionWords({ bps: 0, fixed: 0n }, 'usd')).toBe('none')
})
