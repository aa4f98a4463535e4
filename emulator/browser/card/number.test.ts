import { describe, expect, it } from 'vitest'
import { brandRuleOf, cardDigits, formatCardNumber, passesLuhn } from './number.ts'

describe('card numbers', () => {
  it.each([
    ['4242424242424242', 'visa', '4242 4242 4242 4242'],
    ['5555555555554444', 'mastercard', '5555 5555 5555 4444'],
    ['2223003122003222', 'mastercard', '2223 0031 2200 3222'],
    ['378282246310005', 'amex', '3782 822463 10005'],
    ['6011111111111117', 'discover', '6011 1111 1111 1117'],
    ['3056930009020004', 'diners', '3056 930009 020004'],
    ['36227206271667', 'diners', '3622 720627 1667'],
    ['3566002020360505', 'jcb', '3566 0020 2036 0505'],
    ['6200000000000005', 'unionpay', '6200 0000 0000 0005'],
  ])('knows and groups %s (%s)', (digits, brand, shown) => {
    expect(brandRuleOf(digits).brand).toBe(brand)
    expect(formatCardNumber(digits)).toBe(shown)
    expect(passesLuhn(digits)).toBe(true)
  })

  it('drops what is no digit and what is too long for the brand', () => {
    expect(cardDigits('4242-4242 4242 4242 9999')).toBe('4242424242424242')
    expect(cardDigits('3782 8224 6310 0059')).toBe('378282246310005')
  })

  it('finds a wrong check digit', () => {
    expect(passesLuhn('4242424242424241')).toBe(false)
    expect(passesLuhn('')).toBe(false)
  })
})
