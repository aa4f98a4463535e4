import Link from 'next/link'
import { Moment } from '#components/orders/moment.tsx'
import { RefreshWhilePending } from '#components/orders/refresh-while-pending.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Money } from '#components/ui/money.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { INSTRUMENT_WORDS, RECOVERY_REASONS, type RecoveryView } from '#lib/recoveries/model.ts'
import { useWords } from '#words'
import { failureWords, RECOVERY_STATUS_WORDS } from './status-words.ts'
import { UndoRecovery } from './undo-recovery.tsx'

/** What was taken back from a contractor, how, and where each one stands; `undo` for whoever may give it back. */
export function RecoveryList({ recoveries, undo }: { recoveries: RecoveryView[]; undo: FormAction | null }) {
  const t = useWords()
  if (recoveries.length === 0) return <p className="text-muted-foreground">{t('moves.noRecoveries')}</p>
  return (
    <ul aria-label={t('moves.recoveries')} className="grid divide-y">
      {recoveries.some(recovery => recovery.status === 'requested') ? <RefreshWhilePending /> : null}
      {recoveries.map(recovery => (
        <Entry key={recovery.id} recovery={recovery} undo={undo} />
      ))}
    </ul>
  )
}

function Entry({ recovery, undo }: { recovery: RecoveryView; undo: FormAction | null }) {
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
                  prefetch={false}
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
      {undo && recovery.isReturnable ? (
        <div className="mt-1">
          <UndoRecovery recovery={recovery} action={undo} />
        </div>
      ) : null}
    </li>
  )
}
