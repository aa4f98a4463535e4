import { badParameter, invalid } from '../core/errors.ts'
import type { Spec } from '../core/params.ts'

/** docs.stripe.com/currencies#zero-decimal */
const ZERO_DECIMAL = new Set('bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '))
/** Their last digit has to be 0: docs.stripe.com/currencies#three-decimal */
const THREE_DECIMAL = new Set('bhd jod kwd omr tnd'.split(' '))
/** Written with two decimals that have to be 00: docs.stripe.com/currencies#special-cases */
const WHOLE = new Set(['isk', 'ugx'])

/** The least amount that can be charged, in minor units: docs.stripe.com/currencies#minimum-and-maximum-charge-amounts */
const MINIMUM: Record<string, number> = {
  ...{ usd: 50, aud: 50, brl: 50, cad: 50, chf: 50, eur: 50, inr: 50, nzd: 50, sgd: 50, gbp: 30, jpy: 50 },
  ...{ aed: 200, bgn: 100, czk: 1500, dkk: 250, hkd: 400, huf: 17_500, mxn: 1000, myr: 200, nok: 300 },
  ...{ pln: 200, ron: 200, sek: 300, thb: 1000 },
}

/** A currency code; Stripe takes it in any case and answers in lower case. */
export const currencyCode: Spec<string> = {
  read(value, path) {
    const code = typeof value === 'string' ? value.toLowerCase() : ''
    if (/^[a-z]{3}$/.test(code)) return code
    throw badParameter(
      `Invalid currency: ${String(value)}. Stripe currently supports these currencies: usd, eur, gbp and more; see https://docs.stripe.com/currencies`,
      { param: path },
    )
  },
}

/**
 * Refuses amounts that Stripe does not charge.
 * @throws StripeError 400 `parameter_invalid_integer`, `amount_too_small`, `amount_too_large`.
 */
export function checkChargeAmount(amount: number, currency: string): void {
  if (amount < 1) {
    throw badParameter('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    })
  }
  const step = THREE_DECIMAL.has(currency) ? 10 : WHOLE.has(currency) ? 100 : 1
  if (amount % step !== 0) {
    throw badParameter(`Amounts in ${currency} must be divisible by ${step}.`, { param: 'amount' })
  }
  const minimum = MINIMUM[currency] ?? 50
  if (amount < minimum) {
    throw invalid(`Amount must be at least ${formatAmount(minimum, currency)} ${currency}`, {
      code: 'amount_too_small',
      param: 'amount',
    })
  }
  if (amount > 99_999_999) {
    throw invalid(`Amount must be no more than ${formatAmount(99_999_999, currency)}`, {
      code: 'amount_too_large',
      param: 'amount',
    })
  }
}

const SYMBOLS: Record<string, string> = { usd: '$', eur: '€', gbp: '£', jpy: '¥' }

/** `$6.00`, as Stripe writes amounts in messages. */
export function formatAmount(amount: number, currency: string): string {
  const digits = ZERO_DECIMAL.has(currency) ? 0 : THREE_DECIMAL.has(currency) ? 3 : 2
  const number = (amount / 10 ** digits).toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  const symbol = SYMBOLS[currency]
  return symbol ? `${symbol}${number}` : `${number} ${currency}`
}
