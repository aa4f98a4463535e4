import Link from 'next/link'
import { Moment } from '#components/orders/moment.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Money } from '#components/ui/money.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '#components/ui/table.tsx'
import type { Words } from '#lib/i18n/words.ts'
import { hasAmounts, type ListName, type RecordView } from '#lib/records/model.ts'
import { personName } from '#lib/users/person-name-model.ts'
import { useWords } from '#words'
import { stateTone, stateWords } from './record-words.ts'

/** One name, or the two of an order's parties. */
function namesOf(t: Words, who: string): string {
  const names = who.split(' → ')
  return names.map(name => personName(t, name)).join(' → ')
}

/** Rows of one list, each leading to where it is looked at. */
export function RecordTable({ list, records }: { list: ListName; records: RecordView[] }) {
  const t = useWords()
  const withAmounts = hasAmounts(list)
  return (
    <Table caption={t(`lists.${list}`)}>
      <TableHead>
        <tr>
          <TableHeader>{t('lists.what')}</TableHeader>
          <TableHeader>{t('lists.who')}</TableHeader>
          <TableHeader>{t('lists.state')}</TableHeader>
          {withAmounts ? <TableHeader align="end">{t('lists.amount')}</TableHeader> : null}
          <TableHeader>{t('lists.when')}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {records.map(record => (
          <Row key={record.id} record={record} withAmounts={withAmounts} />
        ))}
      </TableBody>
    </Table>
  )
}

function Row({ record, withAmounts }: { record: RecordView; withAmounts: boolean }) {
  const { id, about, who, status, stripeId, amount, currency, at, href } = record
  const t = useWords()
  return (
    <TableRow className="align-top">
      <TableHeader scope="row" className="min-w-48 whitespace-normal align-top text-foreground text-sm">
        {href ? (
          <Link
            href={href}
            prefetch={false}
            className="inline-block min-h-6 text-primary underline decoration-primary/40 underline-offset-4"
          >
            {personName(t, about)}
          </Link>
        ) : (
          about
        )}
        <code className="block break-all font-mono font-normal text-muted-foreground text-xs">
          {stripeId ?? id}
        </code>
      </TableHeader>
      <TableCell className="min-w-40 align-top">{namesOf(t, who)}</TableCell>
      <TableCell className="align-top">
        <Badge tone={stateTone(status)}>{stateWords(t, status)}</Badge>
      </TableCell>
      {withAmounts ? (
        <TableCell align="end" className="whitespace-nowrap align-top">
          {amount !== null && currency ? <Money value={{ amount, currency }} /> : null}
        </TableCell>
      ) : null}
      <TableCell className="whitespace-nowrap align-top">
        <Moment at={at} />
      </TableCell>
    </TableRow>
  )
}
