import Link from 'next/link'
import { Moment } from '#components/orders/moment.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Money } from '#components/ui/money.tsx'
import { TableCell, TableRow } from '#components/ui/table.tsx'
import { type DisputeView, disputeReasonWords, disputeStatusWords } from '#lib/disputes/model.ts'
import { personName } from '#lib/users/person-name-model.ts'
import { useWords } from '#words'
import { disputeMoneyWords } from './dispute-money.ts'

/** One dispute: what it is about, how long there is to answer, and what happened to the money. */
export function DisputeRow({ dispute }: { dispute: DisputeView }) {
  const t = useWords()
  const { order, contractor } = dispute
  const { label, tone, isAnswerable } = disputeStatusWords(dispute.status)
  return (
    <TableRow>
      <TableCell className="min-w-44 align-top">
        <Link
          prefetch={false}
          href={`/admin/orders/${order.id}`}
          className="font-medium text-primary underline underline-offset-4"
        >
          #{order.number} {order.title}
        </Link>
        <span className="block text-muted-foreground text-xs">{personName(t, contractor.displayName)}</span>
        <code className="block font-mono text-muted-foreground text-xs">{dispute.stripeDisputeId}</code>
      </TableCell>
      <TableCell className="align-top" align="end">
        <Money value={dispute} className="font-medium" />
      </TableCell>
      <TableCell className="min-w-40 align-top">
        <Badge tone={tone} dot>
          {t.say(label)}
        </Badge>
        <span className="mt-1 block whitespace-normal text-sm">
          {t.say(disputeReasonWords(dispute.reason))}
        </span>
        <span className="block text-muted-foreground text-xs">
          {t.rich('disputes.opened', { at: <Moment at={dispute.openedAt} style="day" /> })}
        </span>
      </TableCell>
      <TableCell className="align-top">
        {isAnswerable && dispute.evidenceDueAt ? (
          <Moment at={dispute.evidenceDueAt} />
        ) : (
          <span className="text-muted-foreground">{t('evidence.noAnswerWaited')}</span>
        )}
        <Link
          prefetch={false}
          href={`/admin/disputes/${dispute.id}`}
          className="block min-h-6 text-primary underline underline-offset-4"
        >
          {isAnswerable ? t('evidence.answerIt') : t('evidence.lookAtIt')}
          <span className="sr-only">: {t('evidence.ofOrder', { number: order.number })}</span>
        </Link>
      </TableCell>
      <TableCell className="min-w-64 whitespace-normal align-top">
        {disputeMoneyWords(t, dispute).map(words => (
          <p key={words}>{words}</p>
        ))}
      </TableCell>
    </TableRow>
  )
}
