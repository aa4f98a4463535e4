import { DateTime } from '#components/ui/date-time.tsx'
import type { Change } from '#lib/webhooks/deliveries-model.ts'
import { useWords } from '#words'
import { actionWords, changeWords } from './audit-words.ts'

/** What an event of Stripe changed here, each with when and in which book. */
export function EventChanges({ changes }: { changes: Change[] }) {
  const t = useWords()
  if (changes.length === 0)
    return <p className="text-muted-foreground text-sm">{t('deliveries.nothingChanged')}</p>
  return (
    <ul className="divide-y">
      {changes.map(({ id, at, book, code, after }) => (
        <li key={id} className="grid gap-0.5 py-2.5 text-sm first:pt-0 last:pb-0">
          <span className="font-medium">
            {book === 'ledger' ? t('deliveries.inLedger', { code }) : (actionWords(t, code) ?? code)}
          </span>
          {after ? (
            <span className="break-words text-muted-foreground text-xs">{changeWords(after)}</span>
          ) : null}
          <span className="text-muted-foreground text-xs">
            <DateTime value={at} />
          </span>
        </li>
      ))}
    </ul>
  )
}
