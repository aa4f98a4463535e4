import { Alert } from '#components/ui/alert.tsx'
import { formatMoney, type Money } from '#lib/money.ts'
import { useWords } from '#words'

type Props = { debts: Money[]; reader: 'ADMIN' | 'CONTRACTOR' }

/** What a contractor owes, in one line for each currency; nothing when that is nothing. */
export function DebtNotice({ debts, reader }: Props) {
  const t = useWords()
  const words = reader === 'CONTRACTOR' ? 'recoveries.debtOwn' : 'recoveries.debtTheirs'
  return debts.map(debt => (
    <Alert key={debt.currency} tone="warning">
      {t(words, { amount: formatMoney(debt, t.locale) })}
    </Alert>
  ))
}
