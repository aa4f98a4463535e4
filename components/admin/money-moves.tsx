import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '#components/ui/table.tsx'
import type { Currency } from '#lib/currencies.ts'
import { formatMoney } from '#lib/money.ts'

export type MoneyMove = { who: string; amount: bigint; why: string }

type Props = { caption: string; moves: MoneyMove[]; currency: Currency }

function signed(amount: bigint, currency: Currency): string {
  if (amount === 0n) return formatMoney({ amount, currency })
  return `${amount > 0n ? '+' : '−'}${formatMoney({ amount: amount < 0n ? -amount : amount, currency })}`
}

/** Who gains and who loses, to the cent. Amounts in minor units, signed as each party sees them. */
export function MoneyMoves({ caption, moves, currency }: Props) {
  return (
    <div className="rounded-lg border">
      <Table caption={caption}>
        <TableHead>
          <tr>
            <TableHeader>Who, and why</TableHeader>
            <TableHeader align="end">Gains or loses</TableHeader>
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
                {signed(move.amount, currency)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}
