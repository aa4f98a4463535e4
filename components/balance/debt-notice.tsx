import { Alert } from '#components/ui/alert.tsx'
import { formatMoney, type Money } from '#lib/money.ts'

type Props = { debts: Money[]; reader: 'ADMIN' | 'CONTRACTOR' }

/** What a contractor owes, in one line for each currency; nothing when that is nothing. */
export function DebtNotice({ debts, reader }: Props) {
  const who = reader === 'CONTRACTOR' ? 'You owe' : 'They owe'
  const whose = reader === 'CONTRACTOR' ? 'your' : 'their'
  return debts.map(debt => (
    <Alert key={debt.currency} tone="warning">
      {who} Holdfast {formatMoney(debt)}. It is taken from {whose} balance by itself, as soon as that allows.
    </Alert>
  ))
}
