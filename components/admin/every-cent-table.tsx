import { Check, X } from 'lucide-react'
import { DateTime } from '#components/ui/date-time.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '#components/ui/table.tsx'
import { formatMoney } from '#lib/money.ts'
import { type CentLine, centWords } from '#lib/reconciliation/model.ts'
import { useWords } from '#words'

/** An order's money, movement by movement, with the id under which each book has it and whether the books agree. */
export function EveryCentTable({ lines }: { lines: CentLine[] }) {
  const t = useWords()
  if (lines.length === 0) return <p className="text-muted-foreground">{t('reconciliation.noMoneyYet')}</p>
  const wrong = lines.filter(line => !line.agrees).length
  return (
    <div className="grid grid-cols-1 gap-3">
      <p>
        {wrong === 0
          ? t('reconciliation.allAgree', { count: lines.length })
          : t('reconciliation.someDiffer', { wrong, count: lines.length })}
      </p>
      <div className="rounded-lg border">
        <Table caption={t('reconciliation.caption')}>
          <TableHead>
            <tr>
              <TableHeader>{t('reconciliation.what')}</TableHeader>
              <TableHeader align="end">{t('reconciliation.amount')}</TableHeader>
              <TableHeader>Stripe</TableHeader>
              <TableHeader>{t('reconciliation.ledger')}</TableHeader>
              <TableHeader>{t('reconciliation.balanceTransaction')}</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {lines.map(line => (
              <Line key={`${line.ledgerTransactionId}${line.stripeId}${line.money.amount}`} line={line} />
            ))}
          </TableBody>
        </Table>
      </div>
      <p className="max-w-prose text-muted-foreground">{t('reconciliation.howAmounts')}</p>
    </div>
  )
}

function Line({ line }: { line: CentLine }) {
  const t = useWords()
  const ids = { stripe: line.stripeId, ledger: line.ledgerTransactionId, balance: line.balanceTransactionId }
  return (
    <TableRow>
      <TableHeader scope="row" className="text-foreground text-sm">
        <span className="flex items-start gap-2">
          {line.agrees ? (
            <Check
              role="img"
              aria-label={t('reconciliation.agrees')}
              className="mt-0.5 size-4 shrink-0 text-success"
            />
          ) : (
            <X
              role="img"
              aria-label={t('reconciliation.differs')}
              className="mt-0.5 size-4 shrink-0 text-destructive"
            />
          )}
          <span>
            {t.say(centWords(line))}
            <span className="block font-normal text-muted-foreground text-xs">
              <DateTime value={line.at} />
            </span>
          </span>
        </span>
      </TableHeader>
      <TableCell align="end" className="whitespace-nowrap font-medium">
        {formatMoney(line.money, t.locale)}
      </TableCell>
      {Object.entries(ids).map(([book, id]) => (
        <TableCell key={book} className="font-mono text-xs">
          {id ?? t(line.code === 'hold' ? 'reconciliation.noneNeeded' : 'reconciliation.missing')}
        </TableCell>
      ))}
    </TableRow>
  )
}
