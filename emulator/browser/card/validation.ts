import { brandRuleOf, cardDigits, passesLuhn } from './number.ts'

/** What Stripe.js reports for a field: `error` of a `change` event and of `elements.submit()`. */
export interface FieldError {
  type: 'validation_error'
  code: string
  message: string
}

function fieldError(code: string, message: string): FieldError {
  return { type: 'validation_error', code, message }
}

/** Null when the number is whole and its check digit is right. */
export function checkNumber(typed: string): FieldError | null {
  const digits = cardDigits(typed)
  const { lengths } = brandRuleOf(digits)
  if (digits.length < Math.min(...lengths)) {
    return fieldError('incomplete_number', 'Your card number is incomplete.')
  }
  return passesLuhn(digits) ? null : fieldError('invalid_number', 'Your card number is invalid.')
}

/** `MM / YY` as digits are typed; a month above 1 gets its zero, so that `5` becomes `05 / `. */
export function formatExpiry(typed: string, previous: string): string {
  let digits = typed.replace(/\D/g, '').slice(0, 6)
  if (/^[2-9]/.test(digits)) digits = `0${digits}`
  // A browser that fills the field in writes MM/YYYY.
  const year = digits.length === 6 ? digits.slice(4) : digits.slice(2, 4)
  const deleting = typed.length < previous.length
  if (digits.length < 2 || (digits.length === 2 && deleting)) return digits
  return `${digits.slice(0, 2)} / ${year}`
}

/** Month and four-digit year of a formatted expiry, or null while it is incomplete. */
export function parseExpiry(value: string): { month: number; year: number } | null {
  const digits = value.replace(/\D/g, '')
  if (digits.length !== 4) return null
  return { month: Number(digits.slice(0, 2)), year: 2000 + Number(digits.slice(2)) }
}

/** A card is good until the last day of its month; Stripe.js refuses years more than fifty ahead. */
export function checkExpiry(value: string, now: Date): FieldError | null {
  const expiry = parseExpiry(value)
  if (!expiry) return fieldError('incomplete_expiry', "Your card's expiration date is incomplete.")
  if (expiry.month < 1 || expiry.month > 12) {
    return fieldError('invalid_expiry_month', "Your card's expiration date is invalid.")
  }
  const year = now.getFullYear()
  if (expiry.year < year) {
    return fieldError('invalid_expiry_year_past', "Your card's expiration year is in the past.")
  }
  if (expiry.year > year + 50) {
    return fieldError('invalid_expiry_year', "Your card's expiration year is invalid.")
  }
  if (expiry.year === year && expiry.month < now.getMonth() + 1) {
    return fieldError('invalid_expiry_month_past', "Your card's expiration date is in the past.")
  }
  return null
}

/** Three digits, four for American Express. */
export function checkCvc(value: string, cardNumber: string): FieldError | null {
  const needed = brandRuleOf(cardDigits(cardNumber)).cvcLength
  if (value.replace(/\D/g, '').length >= needed) return null
  return fieldError('incomplete_cvc', "Your card's security code is incomplete.")
}
