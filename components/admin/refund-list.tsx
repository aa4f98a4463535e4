import { Moment } from '#components/orders/moment.tsx'
import { RefreshWhilePending } from '#components/orders/refresh-while-pending.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Money } from '#components/ui/money.tsx'
import { REFUND_REASONS, type RefundView } from '#lib/refunds/model.ts'
import { useWords } from '#words'
import { failureWords, REFUND_STATUS_WORDS } from './status-words.ts'

/** The refunds of an order: what each one moved, and where it stands. */
export function RefundList({ refunds }: { refunds: RefundView[] }) {
  if (refunds.length === 0) return <p className="text-muted-foreground">No refunds.</p>
  return (
    <ul aria-label="Refunds" className="grid divide-y">
      {refunds.some(refund => refund.status === 'requested') ? <RefreshWhilePending /> : null}
      {refunds.map(refund => (
        <Entry key={refund.id} refund={refund} />
      ))}
    </ul>
  )
}

function Entry({ refund }: { refund: RefundView }) {
  const t = useWords()
  const { currency, amountReversed, commissionRefunded, failureReason, givenBack } = refund
  const words = REFUND_STATUS_WORDS[refund.status]
  return (
    <li className="grid gap-1 py-3 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Money value={refund} className="font-medium" />
        <Badge tone={words.tone} dot>
          {words.label}
        </Badge>
      </p>
      <p>{failureWords(failureReason) ?? words.meaning}</p>
      <p>
        {amountReversed > 0n ? (
          <>
            <Money value={{ amount: amountReversed, currency }} /> was taken back from the contractor
            {commissionRefunded > 0n ? (
              <>
                , and <Money value={{ amount: commissionRefunded, currency }} /> of commission returned to
                them
              </>
            ) : null}
            .
          </>
        ) : (
          'Nothing was taken back from the contractor by it.'
        )}
      </p>
      {givenBack ? (
        <p>
          <Money value={{ amount: givenBack.amount, currency }} />{' '}
          {givenBack.status === 'succeeded'
            ? 'was sent to them again, as the refund did not reach the card.'
            : 'is to be sent to them again. It waits until Holdfast’s available balance allows it.'}
        </p>
      ) : null}
      {refund.note ? <p className="whitespace-pre-line">“{refund.note}”</p> : null}
      <p className="text-muted-foreground text-xs">
        {t(REFUND_REASONS[refund.reason])} · {refund.createdByName} · <Moment at={refund.createdAt} />
      </p>
    </li>
  )
}
