import { Moment } from '#components/orders/moment.tsx'
import { RefreshWhilePending } from '#components/orders/refresh-while-pending.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Money } from '#components/ui/money.tsx'
import { REFUND_REASONS, type RefundView } from '#lib/refunds/model.ts'
import { useWords } from '#words'
import { failureWords, REFUND_STATUS_WORDS } from './status-words.ts'

/** The refunds of an order: what each one moved, and where it stands. */
export function RefundList({ refunds }: { refunds: RefundView[] }) {
  const t = useWords()
  if (refunds.length === 0) return <p className="text-muted-foreground">{t('moves.noRefunds')}</p>
  return (
    <ul aria-label={t('moves.refunds')} className="grid divide-y">
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
  const sum = <Money value={{ amount: amountReversed, currency }} />
  const commission = <Money value={{ amount: commissionRefunded, currency }} />
  const takenBack =
    commissionRefunded > 0n
      ? t.rich('moves.takenBackWithCommission', { sum, commission })
      : t.rich('moves.takenBack', { sum })
  return (
    <li className="grid gap-1 py-3 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Money value={refund} className="font-medium" />
        <Badge tone={words.tone} dot>
          {t(words.label)}
        </Badge>
      </p>
      <p>{failureWords(t, failureReason) ?? t(words.meaning)}</p>
      <p>{amountReversed > 0n ? takenBack : t('moves.nothingTakenBack')}</p>
      {givenBack ? (
        <p>
          {t.rich(givenBack.status === 'succeeded' ? 'moves.sentAgain' : 'moves.toSendAgain', {
            sum: <Money value={{ amount: givenBack.amount, currency }} />,
          })}
        </p>
      ) : null}
      {refund.note ? <p className="whitespace-pre-line">{t('moves.quote', { text: refund.note })}</p> : null}
      <p className="text-muted-foreground text-xs">
        {t(REFUND_REASONS[refund.reason])} · {refund.createdByName} · <Moment at={refund.createdAt} />
      </p>
    </li>
  )
}
