import { EarningsChart } from '#components/balance/earnings-chart.tsx'
import { Card, CardContent, CardHeader, CardTitle } from '#components/ui/card.tsx'
import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import { Money } from '#components/ui/money.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '#components/ui/table.tsx'
import type { CurrencyOverview, MonthFigures } from '#lib/overview/model.ts'
import { useWords } from '#words'
import { monthName } from './month-name.ts'

const FIGURES = ['volume', 'commission', 'refunded', 'disputed', 'stripeFees'] as const
const STANDING = ['held', 'receivable', 'platformBalance', 'contractorBalances'] as const

const totalOf = (months: MonthFigures[], figure: (typeof FIGURES)[number]) =>
  months.reduce((sum, month) => sum + month[figure], 0n)

/** One currency: what stands now, twelve months as bars, and the same months as a table. */
export function OverviewCard({ overview }: { overview: CurrencyOverview }) {
  const { currency, months } = overview
  const t = useWords()
  const code = currency.toUpperCase()
  const [first, last] = [months[0]?.month ?? '', months.at(-1)?.month ?? '']
  const label = t('overview.chart', {
    currency: code,
    first: monthName(first, t.locale),
    last: monthName(last, t.locale),
  })
  return (
    <Card className="overflow-hidden">
      <CardHeader>
        <CardTitle>{code}</CardTitle>
        <p className="text-muted-foreground text-sm">
          <Money
            value={{ amount: totalOf(months, 'volume'), currency }}
            className="font-semibold text-foreground text-xl"
          />{' '}
          {t('overview.volumeYear')}
        </p>
      </CardHeader>
      <CardContent className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <EarningsChart
          currency={currency}
          months={months.map(({ month, volume: net }) => ({ month, net }))}
          label={label}
        />
        <DescriptionList>
          {STANDING.map(name => (
            <DescriptionItem key={name} term={t(`overview.${name}`)}>
              <Money value={{ amount: overview[name], currency }} />
            </DescriptionItem>
          ))}
        </DescriptionList>
      </CardContent>
      <MonthTable overview={overview} caption={t('overview.table', { currency: code })} />
    </Card>
  )
}

function MonthTable({ overview, caption }: { overview: CurrencyOverview; caption: string }) {
  const { currency, months } = overview
  const t = useWords()
  return (
    <Table caption={caption}>
      <TableHead>
        <tr>
          <TableHeader>{t('overview.month')}</TableHeader>
          {FIGURES.map(figure => (
            <TableHeader key={figure} align="end">
              {t(`overview.${figure}`)}
            </TableHeader>
          ))}
        </tr>
      </TableHead>
      <TableBody>
        <TableRow className="font-semibold">
          <TableHeader scope="row" className="text-foreground text-sm">
            {t('overview.total')}
          </TableHeader>
          {FIGURES.map(figure => (
            <TableCell key={figure} align="end">
              <Money value={{ amount: totalOf(months, figure), currency }} />
            </TableCell>
          ))}
        </TableRow>
        {months.toReversed().map(month => (
          <TableRow key={month.month}>
            <TableHeader scope="row" className="py-1.5 text-foreground text-sm">
              {monthName(month.month, t.locale)}
            </TableHeader>
            {FIGURES.map(figure => (
              <TableCell key={figure} align="end" className="py-1.5">
                <Money value={{ amount: month[figure], currency }} />
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
