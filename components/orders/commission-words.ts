import type { Currency } from '#lib/currencies.ts'
import { type CommissionRate, formatMoney } from '#lib/money.ts'

/** A rate as people say it: "10 %", "2.5 % + $0.30", "none". */
export function commissionWords({ bps, fixed }: CommissionRate, currency: Currency): string {
  const parts = [
    ...(bps > 0 ? [`${bps / 100} %`] : []),
    ...(fixed > 0n ? [formatMoney({ amount: fixed, currency })] : []),
  ]
  return parts.join(' + ') || 'none'
}
