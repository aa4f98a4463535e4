import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CURRENCIES, type Currency } from './currencies.ts'
import { commissionOf, formatMoney, fromDecimal, proportion, toDecimal } from './money.ts'

const currency = fc.constantFrom(...(Object.keys(CURRENCIES) as Currency[]))

describe('decimal text', () => {
  test('every amount survives being written and read again', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 9_999_999_999n), currency, (count, code) => {
        const amount = count * CURRENCIES[code].step
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
    expect(fromDecimal('1.23', 'kwd')).toEqual({ amount: 1230n, currency: 'kwd' })
    expect(fromDecimal('1.234', 'kwd')).toBeNull()
    expect(fromDecimal('12.50', 'isk')).toBeNull()
    expect(fromDecimal('12', 'isk')).toEqual({ amount: 1200n, currency: 'isk' })
    expect(fromDecimal('5', 'xxx')).toBeNull()
    expect(fromDecimal('5', 'constructor')).toBeNull()
  })

  test('is shown by currency and locale', () => {
    expect(formatMoney({ amount: 123_456n, currency: 'usd' })).toBe('$1,234.56')
    expect(formatMoney({ amount: 500n, currency: 'jpy' })).toBe('¥500')
    expect(formatMoney({ amount: 1230n, currency: 'kwd' })).toBe('KWD 1.230'.replace(' ', '\u00a0'))
    expect(formatMoney({ amount: -5n, currency: 'usd' })).toBe('-$0.05')
  })
})

const usd = (amount: bigint) => ({ amount, currency: 'usd' }) as const

describe('commission', () => {
  test('is rounded half-up once', () => {
    expect(commissionOf(usd(1005n), { bps: 1000, fixed: 0n })).toBe(101n)
    expect(commissionOf(usd(1004n), { bps: 1000, fixed: 0n })).toBe(100n)
    expect(commissionOf(usd(1000n), { bps: 250, fixed: 30n })).toBe(55n)
    expect(proportion(10n, 20n, 100n)).toBe(2n)
    expect(proportion(1230n, 1n, 10n, 10n)).toBe(120n)
  })

  test('is rounded to what the currency can be charged in', () => {
    expect(commissionOf({ amount: 1230n, currency: 'kwd' }, { bps: 1000, fixed: 0n })).toBe(120n)
    expect(commissionOf({ amount: 1250n, currency: 'kwd' }, { bps: 1000, fixed: 0n })).toBe(130n)
    expect(commissionOf({ amount: 100_500n, currency: 'isk' }, { bps: 1000, fixed: 0n })).toBe(10_100n)
    expect(commissionOf({ amount: 505n, currency: 'jpy' }, { bps: 1000, fixed: 0n })).toBe(51n)
  })

  test('never exceeds the amount, and can be charged', () => {
    const amounts = fc.bigInt(1n, 10n ** 10n)
    fc.assert(
      fc.property(amounts, currency, fc.nat(10_000), fc.bigInt(0n, 10_000n), (count, code, bps, fixed) => {
        const { step } = CURRENCIES[code]
        const cut = commissionOf({ amount: count * step, currency: code }, { bps, fixed })
        expect(cut >= 0n && cut <= count * step && cut % step === 0n).toBe(true)
      }),
    )
  })
})
