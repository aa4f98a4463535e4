/** Card brands as Stripe.js names them in `change` events. */
type CardBrand = 'visa' | 'mastercard' | 'amex' | 'discover' | 'diners' | 'jcb' | 'unionpay' | 'unknown'

interface BrandRule {
  brand: CardBrand
  label: string
  pattern: RegExp
  lengths: number[]
  groups: number[]
  cvcLength: number
}

const RULES: BrandRule[] = [
  { brand: 'visa', label: 'Visa', pattern: /^4/, lengths: [16], groups: [4, 4, 4, 4], cvcLength: 3 },
  {
    brand: 'mastercard',
    label: 'Mastercard',
    pattern: /^(5[1-5]|2(22[1-9]|2[3-9]|[3-6]|7[01]|720))/,
    lengths: [16],
    groups: [4, 4, 4, 4],
    cvcLength: 3,
  },
  {
    brand: 'amex',
    label: 'American Express',
    pattern: /^3[47]/,
    lengths: [15],
    groups: [4, 6, 5],
    cvcLength: 4,
  },
  {
    brand: 'discover',
    label: 'Discover',
    pattern: /^6(011|4[4-9]|5)/,
    lengths: [16],
    groups: [4, 4, 4, 4],
    cvcLength: 3,
  },
  {
    brand: 'diners',
    label: 'Diners Club',
    pattern: /^3(0[0-5]|[68])/,
    lengths: [14, 16],
    groups: [4, 6, 6],
    cvcLength: 3,
  },
  {
    brand: 'jcb',
    label: 'JCB',
    pattern: /^35(2[89]|[3-8])/,
    lengths: [16],
    groups: [4, 4, 4, 4],
    cvcLength: 3,
  },
  {
    brand: 'unionpay',
    label: 'UnionPay',
    pattern: /^6(2|81|205|216)/,
    lengths: [16, 17, 18, 19],
    groups: [4, 4, 4, 4, 3],
    cvcLength: 3,
  },
]

const UNKNOWN: BrandRule = {
  brand: 'unknown',
  label: 'Unknown card',
  pattern: /^/,
  lengths: [16],
  groups: [4, 4, 4, 4],
  cvcLength: 3,
}

/** The rule that applies to the digits typed so far; `unknown` (16 digits, CVC of 3) when no brand matches. */
export function brandRuleOf(digits: string): BrandRule {
  return RULES.find(rule => digits !== '' && rule.pattern.test(digits)) ?? UNKNOWN
}

/** Digits only, cut at the longest number the brand has. */
export function cardDigits(typed: string): string {
  const digits = typed.replace(/\D/g, '')
  return digits.slice(0, Math.max(...brandRuleOf(digits).lengths))
}

/** The number as printed on the card: `4242 4242 4242 4242`, `3782 822463 10005`. */
export function formatCardNumber(typed: string): string {
  const digits = cardDigits(typed)
  const parts: string[] = []
  let at = 0
  for (const size of brandRuleOf(digits).groups) {
    if (at >= digits.length) break
    parts.push(digits.slice(at, at + size))
    at += size
  }
  return parts.join(' ')
}

/** The check digit of ISO/IEC 7812 that every card number ends in. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return digits !== '' && sum % 10 === 0
}
