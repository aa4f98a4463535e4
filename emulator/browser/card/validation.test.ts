import { describe, expect, it } from 'vitest'
import { checkCvc, checkExpiry, checkNumber, formatExpiry, parseExpiry } from './validation.ts'

const NOW = new Date(2026, 10, 22)

describe('checkNumber', () => {
  it('tells an unfinished number from a wrong one', () => {
    expect(checkNumber('4242')?.code).toBe('incomplete_number')
    expect(checkNumber('4242 4242 4242 4241')?.message).toBe('Your card number is invalid.')
    expect(checkNumber('4242 4242 4242 4242')).toBeNull()
  })
})

describe('expiry', () => {
  it('is written MM / YY while it is typed, and can be deleted', () => {
    expect(formatExpiry('5', '')).toBe('05 / ')
    expect(formatExpiry('12', '1')).toBe('12 / ')
    expect(formatExpiry('12', '12 / ')).toBe('12')
    expect(formatExpiry('12 / 3', '12 / ')).toBe('12 / 3')
    expect(formatExpiry('12/2034', '')).toBe('12 / 34')
  })

  it('is good until the end of its month', () => {
    expect(checkExpiry('11 / 26', NOW)).toBeNull()
    expect(checkExpiry('10 / 26', NOW)?.code).toBe('invalid_expiry_month_past')
    expect(checkExpiry('12 / 25', NOW)?.code).toBe('invalid_expiry_year_past')
    expect(checkExpiry('13 / 30', NOW)?.code).toBe('invalid_expiry_month')
    expect(checkExpiry('12 / 99', NOW)?.code).toBe('invalid_expiry_year')
    expect(checkExpiry('12 /', NOW)?.code).toBe('incomplete_expiry')
    expect(parseExpiry('04 / 31')).toEqual({ month: 4, year: 2031 })
  })
})

describe('checkCvc', () => {
  it('wants three digits, four for American Express', () => {
    expect(checkCvc('123', '4242424242424242')).toBeNull()
    expect(checkCvc('123', '378282246310005')?.code).toBe('incomplete_cvc')
    expect(checkCvc('1234', '378282246310005')).toBeNull()
  })
})
