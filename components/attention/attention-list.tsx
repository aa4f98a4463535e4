import Link from 'next/link'
import { Moment } from '#components/orders/moment.tsx'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { type AttentionGroup, momentOf } from '#lib/attention/model.ts'
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
                href={item.href}
                className="inline-block min-h-6 break-all font-medium text-primary underline underline-offset-4"
              >
                {t.say(item.about)}
              </Link>
              {item.detail ? (
                <p className="break-words text-muted-foreground text-sm">{t.say(item.detail)}</p>
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
