import { Money } from '#components/ui/money.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '#components/ui/table.tsx'
import type { Money as MoneyValue } from '#lib/money.ts'
import { useWords } from '#words'

/** Stripe's own two figures, one row for each currency; never a sum across them. */
export function BalanceTable({ parts }: { parts: { available: MoneyValue; pending: MoneyValue }[] }) {
  const t = useWords()
  if (parts.length === 0) return <p className="text-muted-foreground">{t('moves.balanceNothing')}</p>
  return (
    <div className="rounded-lg border">
      <Table caption={t('moves.balanceCaption')}>
        <TableHead>
          <tr>
            <TableHeader>{t('moves.currency')}</TableHeader>
            <TableHeader align="end">{t('moves.available')}</TableHeader>
            <TableHeader align="end">{t('moves.pending')}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {parts.map(({ available, pending }) => (
            <TableRow key={available.currency}>
              <TableHeader scope="row" className="text-foreground uppercase">
                {available.currency}
              </TableHeader>
              <TableCell align="end">
                <Money value={available} />
              </TableCell>
              <TableCell align="end">
                <Money value={pending} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}
