import { badParameter, invalid } from '../core/errors.ts'
import { notEmpty, type Spec } from '../core/params.ts'

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

/** In the order in which Stripe names them. */
const CURRENCIES = (
  'usd aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd bwp byn bzd cad cdf chf clp cny cop crc cve ' +
  'czk djf dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gnf gtq gyd hkd hnl hrk htg huf idr ils inr isk jmd jod jpy kes kgs khr kmf ' +
  'krw kwd kyd kzt lak lbp lkr lrd lsl mad mdl mga mkd mmk mnt mop mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd omr pab pen pgk php ' +
  'pkr pln pyg qar ron rsd rub rwf sar sbd scr sek sgd shp sle sos srd std szl thb tjs tnd top try ttd twd tzs uah ugx uyu uzs vnd vuv ' +
  'wst xaf xcd xcg xof xpf yer zar zmw usdc btn ghs eek lvl svc vef ltl sll mro'
).split(' ')

/** A currency code; Stripe takes it in any case and answers in lower case. */
export const currencyCode: Spec<string> = {
  read(value, path) {
    const code = notEmpty.read(value, path).toLowerCase()
    if (CURRENCIES.includes(code)) return code
    const known = CURRENCIES.join(', ')
    throw badParameter(
      `Invalid currency: ${String(value)}. Stripe currently supports these currencies: ${known}`,
      { param: path },
    )
  },
}

/**
 * Refuses amounts that Stripe does not charge.
 * @throws StripeError 400 `parameter_invalid_integer`, `amount_too_small`, `amount_too_large`.
 */
export function checkChargeAmount(amount: number, currency: string): void {
  const param = 'amount'
  if (amount < 0) throw badParameter('Invalid non-negative integer', { param })
  if (amount === 0) {
    throw badParameter(
      'The amount must be greater than or equal to the minimum charge amount allowed for your account and the currency set (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts).  If you want to save a Payment Method for future use without an immediate payment, use a Setup Intent instead: https://docs.stripe.com/payments/setup-intents',
      { code: 'parameter_invalid_integer', param },
    )
  }
  const step = THREE_DECIMAL.has(currency) ? 10 : WHOLE.has(currency) ? 100 : 1
  if (amount % step !== 0) {
    throw badParameter(`Amounts in ${currency} must be divisible by ${step}.`, { param })
  }
  checkMinimum(amount, currency)
  if (amount > 99_999_999) {
    throw invalid(`Amount must be no more than ${formatAmount(99_999_999, currency)}`, {
      code: 'amount_too_large',
      param,
    })
  }
}

/** @throws StripeError 400 `amount_too_small` for less than can be charged. */
export function checkMinimum(amount: number, currency: string): void {
  const minimum = MINIMUM[currency] ?? 50
  if (amount < minimum) {
    throw invalid(`Amount must be at least ${formatAmount(minimum, currency)} ${currency}`, {
      code: 'amount_too_small',
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
