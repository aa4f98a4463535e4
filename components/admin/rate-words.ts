import type { Currency } from '#lib/currencies.ts'
import { formatMoney } from '#lib/money.ts'

/** A rate as people read it: `7.5% + $0.30`. */
export function rateWords(
  { bps, fixed }: { bps: number; fixed: bigint },
  currency: Currency | null,
  locale: string,
): string {
  const style = { style: 'percent', maximumFractionDigits: 2 } as const
  const percent = new Intl.NumberFormat(locale, style).format(bps / 10_000)
  return fixed > 0n && currency ? `${percent} + ${formatMoney({ amount: fixed, currency }, locale)}` : percent
}
