/** Where Stripe counts in hundredths although the currency has none. */
const STRIPE_DIGITS: Record<string, number> = { isk: 2, ugx: 2 }

/** An amount in minor units as people write it: 1000 and `usd` are `10.00`. */
export function money(minor: number, currency: string): string {
  const intl = new Intl.NumberFormat('en-US', { style: 'currency', currency })
  const digits = STRIPE_DIGITS[currency] ?? intl.resolvedOptions().maximumFractionDigits ?? 2
  const plain = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return plain.format(minor / 10 ** digits)
}
