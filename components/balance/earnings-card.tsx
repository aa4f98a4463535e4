import Link from 'next/link'
import { Card, CardContent, CardHeader, CardTitle } from '#components/ui/card.tsx'
import { Money } from '#components/ui/money.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '#components/ui/table.tsx'
import { type Earnings, monthWords } from '#lib/statements/model.ts'
import { useWords } from '#words'
import { EarningsChart } from './earnings-chart.tsx'

/** Twelve months of one currency: the chart, and the same figures as a table, newest first. */
export function EarningsCard({ earnings }: { earnings: Earnings }) {
  const t = useWords()
  const { currency, months } = earnings
  const total = months.reduce((sum, { net }) => sum + net, 0n)
  return (
    <Card className="overflow-hidden">
      <CardHeader>
        <CardTitle>{currency.toUpperCase()}</CardTitle>
        <p className="text-muted-foreground text-sm">
          {t.rich('papers.inTwelveMonths', {
            amount: (
              <Money value={{ amount: total, currency }} className="font-semibold text-foreground text-xl" />
            ),
          })}
        </p>
      </CardHeader>
      <div className="grid grid-cols-1 items-start gap-6 pb-3 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <CardContent>
          <EarningsChart {...earnings} />
        </CardContent>
        <Table caption={t('papers.earnedCaption', { currency: currency.toUpperCase() })}>
          <TableHead>
            <TableRow>
              <TableHeader>{t('papers.month')}</TableHeader>
              <TableHeader align="end">{t('papers.earned')}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {months.toReversed().map(({ month, net }) => (
              <TableRow key={month}>
                <TableHeader scope="row" className="py-1.5 text-foreground text-sm">
                  <Link
                    prefetch={false}
                    href={`/balance/statements?month=${month}`}
                    className="text-primary underline decoration-primary/40 underline-offset-4"
                  >
                    {monthWords(t.locale, month)}
                  </Link>
                </TableHeader>
                <TableCell align="end" className="py-1.5">
                  <Money value={{ amount: net, currency }} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </Card>
  )
}
