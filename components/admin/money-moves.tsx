import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '#components/ui/table.tsx'
import type { Currency } from '#lib/currencies.ts'
import type { Locale } from '#lib/i18n/model.ts'
import { formatMoney } from '#lib/money.ts'
import { useWords } from '#words'

export type MoneyMove = { who: string; amount: bigint; why: string }

type Props = { caption: string; moves: MoneyMove[]; currency: Currency }

function signed(locale: Locale, amount: bigint, currency: Currency): string {
  if (amount === 0n) return formatMoney({ amount, currency }, locale)
  return `${amount > 0n ? '+' : '−'}${formatMoney({ amount: amount < 0n ? -amount : amount, currency }, locale)}`
}

/** Who gains and who loses, to the cent. Amounts in minor units, signed as each party sees them. */
export function MoneyMoves({ caption, moves, currency }: Props) {
  const t = useWords()
  return (
    <div className="rounded-lg border">
      <Table caption={caption}>
        <TableHead>
          <tr>
            <TableHeader>{t('moves.whoAndWhy')}</TableHeader>
            <TableHeader align="end" className="whitespace-normal">
              {t('moves.gainsOrLoses')}
            </TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {moves.map(move => (
            <TableRow key={move.who}>
              <TableHeader scope="row" className="whitespace-normal text-foreground text-sm">
                {move.who}
                <span className="block font-normal text-muted-foreground">{move.why}</span>
              </TableHeader>
              <TableCell align="end" className="whitespace-nowrap font-medium">
                {signed(t.locale, move.amount, currency)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}
