import type { Currency } from '#lib/currencies.ts'
import type { Words } from '#lib/i18n/words.ts'
import { type CommissionRate, formatMoney } from '#lib/money.ts'

/** A rate as people say it: "10 %", "2.5 % + $0.30", "none". */
export function commissionWords(t: Words, { bps, fixed }: CommissionRate, currency: Currency): string {
  const parts = [
    ...(bps > 0
      ? [`${new Intl.NumberFormat(t.locale, { maximumFractionDigits: 2 }).format(bps / 100)} %`]
      : []),
    ...(fixed > 0n ? [formatMoney({ amount: fixed, currency }, t.locale)] : []),
  ]
  return parts.join(' + ') || t('islands.noCommission')
}
