import Link from 'next/link'
import { failureWords } from '#components/admin/status-words.ts'
import { payoutFailure } from '#components/balance/payout-words.ts'
import { Moment } from '#components/orders/moment.tsx'
import { TitledCard } from '#components/orders/titled-card.tsx'
import {
  type AttentionGroup,
  type AttentionItem,
  type AttentionKind,
  momentOf,
} from '#lib/attention/model.ts'
import type { Words } from '#lib/i18n/words.ts'
import { personName } from '#lib/users/person-name-model.ts'
import { useWords } from '#words'

/** What waits for a person, a card for each kind with what to do about it. */
export function AttentionList({ groups }: { groups: AttentionGroup[] }) {
  return (
    <div className="grid gap-6">
      {groups.map(group => (
        <Group key={group.kind} group={group} />
      ))}
    </div>
  )
}

/** What is known of it beside its name: why it failed, in the words of its kind, or what the kind itself tells. */
function detail(t: Words, kind: AttentionKind, item: AttentionItem): string | null {
  if (kind === 'failed_payout') return payoutFailure(t, item.code ?? null).reason
  return (kind === 'failed_refund' && failureWords(t, item.code ?? null)) || t.say(item.detail)
}

function Group({ group: { kind, count, items } }: { group: AttentionGroup }) {
  const t = useWords()
  const more = count - items.length
  return (
    <TitledCard title={`${t(`attention.${kind}`)} (${count})`}>
      <p className="mb-3 max-w-prose text-muted-foreground text-sm">{t(`attention.${kind}Todo`)}</p>
      <ul className="divide-y">
        {items.map(item => (
          <li
            key={item.id}
            className="grid gap-x-6 gap-y-1 py-3 first:pt-0 last:pb-0 sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <div className="min-w-0">
              <Link
                prefetch={false}
                href={item.href}
                className="inline-block min-h-6 break-all font-medium text-primary underline underline-offset-4"
              >
                {personName(t, t.say(item.about))}
              </Link>
              {detail(t, kind, item) ? (
                <p className="break-words text-muted-foreground text-sm">{detail(t, kind, item)}</p>
              ) : null}
            </div>
            <p className="text-muted-foreground text-sm sm:text-right">
              {t.rich(`attention.${momentOf(kind)}`, { at: <Moment at={item.at} /> })}
            </p>
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <p className="mt-3 text-muted-foreground text-sm">{t('attention.more', { more })}</p>
      ) : null}
    </TitledCard>
  )
}
