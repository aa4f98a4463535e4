import { Check, X } from 'lucide-react'
import { DateTime } from '#components/ui/date-time.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '#components/ui/table.tsx'
import { formatMoney } from '#lib/money.ts'
import { type CentLine, centWords } from '#lib/reconciliation/model.ts'

const COLUMNS = ['Stripe', 'Ledger', 'Balance transaction'] as const

/** An order's money, movement by movement, with the id under which each book has it and whether the books agree. */
export function EveryCentTable({ lines }: { lines: CentLine[] }) {
  if (lines.length === 0)
    return <p className="text-muted-foreground">No money has been held for this order yet.</p>
  const wrong = lines.filter(line => !line.agrees).length
  return (
    <div className="grid grid-cols-1 gap-3">
      <p>
        {wrong === 0
          ? `All ${lines.length} movements agree: our ledger, Stripe’s objects and Stripe’s balance say the same.`
          : `${wrong} of ${lines.length} movements do not agree. Reconciliation proposes what to do about each.`}
      </p>
      <div className="rounded-lg border">
        <Table caption="Every cent of this order">
          <TableHead>
            <tr>
              <TableHeader>What</TableHeader>
              <TableHeader align="end">Amount</TableHeader>
              {COLUMNS.map(column => (
                <TableHeader key={column}>{column}</TableHeader>
              ))}
            </tr>
          </TableHead>
          <TableBody>
            {lines.map(line => (
              <Line key={`${line.ledgerTransactionId}${line.stripeId}${line.money.amount}`} line={line} />
            ))}
          </TableBody>
        </Table>
      </div>
      <p className="text-muted-foreground">
        Amounts as the platform’s balance sees them: what leaves it has a minus. A hold moves nothing, so it
        has no balance transaction.
      </p>
    </div>
  )
}

function Line({ line }: { line: CentLine }) {
  return (
    <TableRow>
      <TableHeader scope="row" className="text-foreground text-sm">
        <span className="flex items-start gap-2">
          {line.agrees ? (
            <Check role="img" aria-label="Agree" className="mt-0.5 size-4 shrink-0 text-success" />
          ) : (
            <X role="img" aria-label="Do not agree" className="mt-0.5 size-4 shrink-0 text-destructive" />
          )}
          <span>
            {centWords(line)}
            <span className="block font-normal text-muted-foreground text-xs">
              <DateTime value={line.at} />
            </span>
          </span>
        </span>
      </TableHeader>
      <TableCell align="end" className="whitespace-nowrap font-medium">
        {formatMoney(line.money)}
      </TableCell>
      {[line.stripeId, line.ledgerTransactionId, line.balanceTransactionId].map((id, index) => (
        <TableCell key={COLUMNS[index]} className="font-mono text-xs">
          {id ?? (line.code === 'hold' ? 'none needed' : 'missing')}
        </TableCell>
      ))}
    </TableRow>
  )
}
