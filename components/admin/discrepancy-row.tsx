import { Moment } from '#components/orders/moment.tsx'
import { TableCell, TableRow } from '#components/ui/table.tsx'
import { isCurrency } from '#lib/currencies.ts'
import { formatMoney } from '#lib/money.ts'
import { DISCREPANCY_WORDS, type DiscrepancyView } from '#lib/reconciliation/model.ts'

const sum = (amount: bigint, currency: string) =>
  isCurrency(currency) ? formatMoney({ amount, currency }) : `${amount} ${currency.toUpperCase()}`

/** One difference: what both sides say, since when, and what is proposed. */
export function DiscrepancyRow({ view }: { view: DiscrepancyView }) {
  const { kind, subject, account, currency, ledgerAmount, stripeAmount, proposal } = view
  return (
    <TableRow>
      <TableCell className="min-w-52 align-top">
        <span className="block font-medium">{DISCREPANCY_WORDS[kind]}</span>
        <code className="block break-all font-mono text-xs">{subject}</code>
        <code className="block font-mono text-muted-foreground text-xs">{account || 'the platform'}</code>
      </TableCell>
      <TableCell align="end" className="align-top">
        {sum(ledgerAmount, currency)}
      </TableCell>
      <TableCell align="end" className="align-top">
        {sum(stripeAmount, currency)}
      </TableCell>
      <TableCell className="align-top">
        <Moment at={view.firstSeenAt} />
        {view.resolvedAt ? (
          <span className="block text-muted-foreground text-xs">
            gone <Moment at={view.resolvedAt} />
          </span>
        ) : null}
      </TableCell>
      <TableCell className="min-w-64 whitespace-normal align-top">{proposal}</TableCell>
    </TableRow>
  )
}
