import { CURRENCIES, type Currency, isCurrency } from './currencies.ts'

/** An amount in integer minor units (cents, yen, fils) of one currency. Never a float, never summed across currencies. */
export type Money = { amount: bigint; currency: Currency }

/** How the commission was set for an order: basis points of the amount, plus a fixed part in minor units. */
export type CommissionRate = { bps: number; fixed: bigint }

/** Minor units as people write them: 1234n usd -> "12.34", 500n jpy -> "500". */
export function toDecimal({ amount, currency }: Money): string {
  const { decimals } = CURRENCIES[currency]
  const digits = (amount < 0n ? -amount : amount).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = decimals > 0 ? `.${digits.slice(-decimals)}` : ''
  return `${amount < 0n ? '-' : ''}${whole}${fraction}`
}

/**
 * What a person typed, as minor units: "12.3" usd -> 1230n. Null for anything that is not a plain non-negative decimal
 * number with at most the currency's decimals, is no multiple of its step, or has more than the 12 digits that Stripe takes.
 */
export function fromDecimal(text: string, currency: string): Money | null {
  if (!isCurrency(currency)) return null
  const { decimals, step } = CURRENCIES[currency]
  const match = /^(\d{1,12})(?:[.,](\d{1,3}))?$/.exec(text.trim())
  if (!match?.[1]) return null
  const fraction = match[2] ?? ''
  if (fraction.length > decimals) return null
  const amount = BigInt(match[1] + fraction.padEnd(decimals, '0'))
  return amount > 999_999_999_999n || amount % step !== 0n ? null : { amount, currency }
}

/** For people, in their language: "$12.34". */
export function formatMoney(money: Money, locale = 'en'): string {
  const formatter = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: money.currency.toUpperCase(),
    minimumFractionDigits: CURRENCIES[money.currency].decimals,
    maximumFractionDigits: CURRENCIES[money.currency].decimals,
  })
  return formatter.format(toDecimal(money) as `${number}`)
}

/** A database row's two columns as Money; throws for a currency that the table does not know. */
export function moneyOf(amount: bigint, currency: string): Money {
  if (!isCurrency(currency)) throw new Error(`Unknown currency ${currency}`)
  return { amount, currency }
}

/** `numerator / denominator` of an amount, rounded half-up once, to a multiple of `step`. The denominator must be positive. */
export function proportion(amount: bigint, numerator: bigint, denominator: bigint, step = 1n): bigint {
  return step * ((2n * amount * numerator + denominator * step) / (2n * denominator * step))
}

/** The lesser of two amounts of one currency. */
export function least(one: bigint, other: bigint): bigint {
  return one > other ? other : one
}

/** The platform's cut of an amount at a rate, rounded half-up once, to the currency's step, and never more than the amount. */
export function commissionOf({ amount, currency }: Money, { bps, fixed }: CommissionRate): bigint {
  const cut = proportion(1n, amount * BigInt(bps) + fixed * 10_000n, 10_000n, CURRENCIES[currency].step)
  return cut > amount ? amount : cut
}
