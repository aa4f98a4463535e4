import Link from 'next/link'
import { Badge } from '#components/ui/badge.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { Money } from '#components/ui/money.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '#components/ui/table.tsx'
import type { Money as MoneyValue } from '#lib/money.ts'

export type MovementRow = {
  id: string
  words: string
  net: MoneyValue
  gross: MoneyValue
  fee: MoneyValue
  isPending: boolean
  availableOn: Date
  createdAt: Date
  order: { id: string; number: number; title: string } | null
}

function Subject({ movement }: { movement: MovementRow }) {
  const { words, order, gross, fee } = movement
  return (
    <div className="grid gap-0.5">
      <span className="font-medium">{words}</span>
      {order ? (
        <Link
          href={`/orders/${order.id}`}
          className="text-primary underline decoration-primary/40 underline-offset-4"
        >
          #{order.number} {order.title}
        </Link>
      ) : null}
      {fee.amount === 0n ? null : (
        <span className="text-muted-foreground text-xs">
          <Money value={gross} /> less <Money value={fee} /> commission
        </span>
      )}
    </div>
  )
}

/** The latest movements of a balance, newest first: what each was, and what it changed. */
export function MovementTable({ movements }: { movements: MovementRow[] }) {
  return (
    <Table caption="Movements of your balance, newest first">
      <TableHead>
        <TableRow>
          <TableHeader>What</TableHeader>
          <TableHeader align="end">Amount</TableHeader>
          <TableHeader>State</TableHeader>
          <TableHeader>When</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {movements.map(movement => (
          <TableRow key={movement.id}>
            <TableCell className="min-w-48">
              <Subject movement={movement} />
            </TableCell>
            <TableCell align="end">
              <Money value={movement.net} />
            </TableCell>
            <TableCell>
              {movement.isPending ? (
                <Badge tone="info">
                  Pending until <DateTime value={movement.availableOn} dayOnly />
                </Badge>
              ) : (
                <Badge tone="success">Available</Badge>
              )}
            </TableCell>
            <TableCell>
              <DateTime value={movement.createdAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
