import { formatMoney, type Money as MoneyValue, toDecimal } from '#lib/money.ts'
import { useWords } from '#words'
import { cn } from './cn.ts'

type Props = {
  value: MoneyValue
  /** Shows the currency's code after the amount, where the language does not: for several currencies side by side. */
  code?: boolean
  className?: string
}

/** An amount for people, in figures of one width, with the exact decimal for machines. */
export function Money({ value, code, className }: Props) {
  const { locale } = useWords()
  const amount = formatMoney(value, locale)
  const currency = value.currency.toUpperCase()
  return (
    <data value={toDecimal(value)} className={cn('whitespace-nowrap tabular-nums', className)}>
      {amount}
      {code && !amount.includes(currency) ? (
        <span className="ml-1 text-muted-foreground">{currency}</span>
      ) : null}
    </data>
  )
}
