import Link from 'next/link'
import { Card, CardContent, CardHeader, CardTitle } from '#components/ui/card.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import { Money } from '#components/ui/money.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '#components/ui/table.tsx'
import { lineWords, type Statement, type StatementLine, summaryOf } from '#lib/statements/model.ts'
import { useWords } from '#words'

function Line({ line, currency }: { line: StatementLine; currency: Statement['currency'] }) {
  const t = useWords()
  return (
    <TableRow>
      <TableCell className="hidden sm:table-cell">
        <DateTime value={line.at} dayOnly />
      </TableCell>
      <TableCell className="sm:min-w-56">
        <div className="grid gap-0.5">
          <span className="text-muted-foreground text-xs sm:hidden">
            <DateTime value={line.at} dayOnly />
          </span>
          <span className="font-medium">{lineWords(t, line)}</span>
          {line.order ? (
            <Link
              prefetch={false}
              href={`/orders/${line.order.id}`}
              className="text-primary underline decoration-primary/40 underline-offset-4"
            >
              #{line.order.number} {line.order.title}
            </Link>
          ) : null}
        </div>
      </TableCell>
      <TableCell align="end">
        <Money value={{ amount: line.amount, currency }} />
      </TableCell>
      <TableCell align="end">
        <Money value={{ amount: line.balance, currency }} />
      </TableCell>
    </TableRow>
  )
}

function Lines({ currency, lines, lineCount }: Statement) {
  const t = useWords()
  return (
    <>
      <Table caption={t('papers.movementsIn', { currency: currency.toUpperCase() })}>
        <TableHead>
          <TableRow>
            <TableHeader className="hidden sm:table-cell">{t('papers.day')}</TableHeader>
            <TableHeader>{t('papers.what')}</TableHeader>
            <TableHeader align="end">{t('papers.amount')}</TableHeader>
            <TableHeader align="end">{t('papers.balance')}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.map(line => (
            <Line key={line.id} line={line} currency={currency} />
          ))}
        </TableBody>
      </Table>
      {lineCount > lines.length ? (
        <p className="border-t px-4 py-3 text-muted-foreground text-sm">
          {t('papers.firstMovements', { shown: lines.length, count: lineCount })}
        </p>
      ) : null}
    </>
  )
}

/** A month of one currency: from the opening balance to the closing one, then each movement. */
export function StatementCard({ statement, isOver }: { statement: Statement; isOver: boolean }) {
  const t = useWords()
  const { currency, lines } = statement
  return (
    <Card className="overflow-hidden">
      <CardHeader>
        <CardTitle>{currency.toUpperCase()}</CardTitle>
      </CardHeader>
      <CardContent className="max-w-2xl">
        <DescriptionList>
          {summaryOf(statement, isOver).map(({ label, amount, isTotal }) => (
            <DescriptionItem key={label} term={t(label)} strong={isTotal === true}>
              <Money value={{ amount, currency }} code />
            </DescriptionItem>
          ))}
        </DescriptionList>
      </CardContent>
      {lines.length > 0 ? <Lines {...statement} /> : null}
    </Card>
  )
}
