import Link from 'next/link'
import { Badge } from '#components/ui/badge.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { Money } from '#components/ui/money.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '#components/ui/table.tsx'
import type { MessageKey } from '#lib/i18n/messages.ts'
import type { Money as MoneyValue } from '#lib/money.ts'
import { useWords } from '#words'

export type MovementRow = {
  id: string
  words: MessageKey
  net: MoneyValue
  gross: MoneyValue
  fee: MoneyValue
  isPending: boolean
  availableOn: Date
  createdAt: Date
  order: { id: string; number: number; title: string } | null
}

function Subject({ movement }: { movement: MovementRow }) {
  const t = useWords()
  const { words, order, gross, fee } = movement
  return (
    <div className="grid gap-0.5">
      <span className="font-medium">{t(words)}</span>
      {order ? (
        <Link
          prefetch={false}
          href={`/orders/${order.id}`}
          className="text-primary underline decoration-primary/40 underline-offset-4"
        >
          #{order.number} {order.title}
        </Link>
      ) : null}
      {fee.amount === 0n ? null : (
        <span className="text-muted-foreground text-xs">
          {t.rich('balance.grossLessFee', { gross: <Money value={gross} />, fee: <Money value={fee} /> })}
        </span>
      )}
    </div>
  )
}

/** The latest movements of a balance, newest first: what each was, and what it changed. */
export function MovementTable({ movements }: { movements: MovementRow[] }) {
  const t = useWords()
  return (
    <Table caption={t('balance.movementsCaption')}>
      <TableHead>
        <TableRow>
          <TableHeader>{t('balance.what')}</TableHeader>
          <TableHeader align="end">{t('balance.amount')}</TableHeader>
          <TableHeader>{t('balance.state')}</TableHeader>
          <TableHeader>{t('balance.when')}</TableHeader>
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
                  {t.rich('balance.pendingUntil', {
                    on: <DateTime value={movement.availableOn} dayOnly />,
                  })}
                </Badge>
              ) : (
                <Badge tone="success">{t('balance.available')}</Badge>
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
