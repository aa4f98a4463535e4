import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CURRENCIES, type Currency } from './currencies.ts'
import { commissionOf, formatMoney, fromDecimal, proportion, toDecimal } from './money.ts'

const currency = fc.constantFrom(...(Object.keys(CURRENCIES) as Currency[]))

describe('decimal text', () => {
  test('every amount survives being written and read again', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 999_999_999_999n), currency, (amount, code) => {
        expect(fromDecimal(toDecimal({ amount, currency: code }), code)).toEqual({ amount, currency: code })
      }),
    )
  })

  test.each(['', '-1', '+1', '1e3', '1.234', '0x10', '1,000.00', 'NaN', ' ', '1.', '9999999999999', '１'])(
    'refuses %j',
    text => expect(fromDecimal(text, 'usd')).toBeNull(),
  )

  test('takes a comma, pads, and knows a currency without decimals', () => {
    expect(fromDecimal('12,3', 'eur')).toEqual({ amount: 1230n, currency: 'eur' })
    expect(fromDecimal('500', 'jpy')).toEqual({ amount: 500n, currency: 'jpy' })
    expect(fromDecimal('500.5', 'jpy')).toBeNull()
    expect(fromDecimal('5', 'xxx')).toBeNull()
    expect(fromDecimal('5', 'constructor')).toBeNull()
  })

  test('is shown by currency and locale', () => {
    expect(formatMoney({ amount: 123_456n, currency: 'usd' })).toBe('$1,234.56')
    expect(formatMoney({ amount: 500n, currency: 'jpy' })).toBe('¥500')
    expect(formatMoney({ amount: -5n, currency: 'usd' })).toBe('-$0.05')
  })
})

describe('commission', () => {
  test('is rounded half-up once', () => {
    expect(commissionOf(1005n, { bps: 1000, fixed: 0n })).toBe(101n)
    expect(commissionOf(1004n, { bps: 1000, fixed: 0n })).toBe(100n)
    expect(commissionOf(1000n, { bps: 250, fixed: 30n })).toBe(55n)
    expect(proportion(10n, 20n, 100n)).toBe(2n)
  })

  test('never exceeds the amount', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 12n), fc.nat(10_000), fc.bigInt(0n, 10_000n), (amount, bps, fixed) => {
        const cut = commissionOf(amount, { bps, fixed })
        expect(cut >= 0n && cut <= amount).toBe(true)
      }),
    )
  })
})
