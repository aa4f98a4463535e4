import Link from 'next/link'
import { Moment } from '#components/orders/moment.tsx'
import { RefreshWhilePending } from '#components/orders/refresh-while-pending.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Money } from '#components/ui/money.tsx'
import { INSTRUMENT_WORDS, RECOVERY_REASONS, type RecoveryView } from '#lib/recoveries/model.ts'
import { useWords } from '#words'
import { failureWords, RECOVERY_STATUS_WORDS } from './status-words.ts'

/** What was taken back from a contractor, how, and where each one stands. */
export function RecoveryList({ recoveries }: { recoveries: RecoveryView[] }) {
  const t = useWords()
  if (recoveries.length === 0) return <p className="text-muted-foreground">{t('moves.noRecoveries')}</p>
  return (
    <ul aria-label={t('moves.recoveries')} className="grid divide-y">
      {recoveries.some(recovery => recovery.status === 'requested') ? <RefreshWhilePending /> : null}
      {recoveries.map(recovery => (
        <Entry key={recovery.id} recovery={recovery} />
      ))}
    </ul>
  )
}

function Entry({ recovery }: { recovery: RecoveryView }) {
  const t = useWords()
  const how = t(INSTRUMENT_WORDS[recovery.instrument])
  const words = RECOVERY_STATUS_WORDS[recovery.status]
  return (
    <li className="grid gap-1 py-3 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Money value={recovery} className="font-medium" />
        <Badge tone={words.tone} dot>
          {t(words.label)}
        </Badge>
      </p>
      <p>
        {recovery.orderId
          ? t.rich('moves.howOfOrder', {
              how,
              order: (
                <Link
                  href={`/admin/orders/${recovery.orderId}`}
                  className="text-primary underline underline-offset-4"
                >
                  {t('moves.order', { number: recovery.orderNumber ?? '' })}
                </Link>
              ),
            })
          : t('moves.howAlone', { how })}{' '}
        {(recovery.status === 'failed' && failureWords(t, recovery.failureCode)) || t(words.meaning)}
      </p>
      {recovery.status === 'owed' ? (
        <p>
          {t.rich('moves.collectedSoFar', {
            sum: <Money value={{ amount: recovery.amountCollected, currency: recovery.currency }} />,
          })}
        </p>
      ) : null}
      {recovery.note ? (
        <p className="whitespace-pre-line">{t('moves.quote', { text: recovery.note })}</p>
      ) : null}
      <p className="text-muted-foreground text-xs">
        {t(RECOVERY_REASONS[recovery.reason])} · {recovery.createdByName ?? t('recoveries.byItself')} ·{' '}
        <Moment at={recovery.createdAt} />
      </p>
    </li>
  )
}
