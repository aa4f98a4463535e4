import Link from 'next/link'
import { durationWords } from '#components/orders/duration.ts'
import { Moment } from '#components/orders/moment.tsx'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { DEADLINE_WORDS, type Deadline, SPAN_WORDS, SPANS, spanOf } from '#lib/deadlines/model.ts'
import { useWords } from '#words'

type Props = { deadlines: Deadline[]; reader: 'EMPLOYER' | 'CONTRACTOR'; now: Date }

/** What has a date, by how near it is. */
export function DeadlineList({ deadlines, reader, now }: Props) {
  const t = useWords()
  return (
    <div className="grid gap-6">
      {SPANS.map(span => {
        const inSpan = deadlines.filter(({ at }) => spanOf(at, now) === span)
        if (inSpan.length === 0) return null
        return (
          <TitledCard key={span} title={t.say(SPAN_WORDS[span])}>
            <ul className="divide-y">
              {inSpan.map(one => (
                <Row key={`${one.kind} ${one.href}`} deadline={one} reader={reader} now={now} />
              ))}
            </ul>
          </TitledCard>
        )
      })}
    </div>
  )
}

function Row({ deadline, reader, now }: { deadline: Deadline } & Pick<Props, 'reader' | 'now'>) {
  const t = useWords()
  const { kind, at, about, href } = deadline
  const { title, meaning } = DEADLINE_WORDS[kind][reader]
  const left = at.getTime() - now.getTime()
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 first:pt-0 last:pb-0 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid min-w-0 gap-1">
        <p className="font-medium">{t.say(title)}</p>
        <p>
          <Link
            prefetch={false}
            href={href}
            className="break-words text-primary underline underline-offset-4"
          >
            {about}
          </Link>
        </p>
        <p className="text-muted-foreground text-sm">{t.say(meaning)}</p>
      </div>
      <p className="text-sm tabular-nums sm:text-right">
        <Moment at={at} />
        <span className="block text-muted-foreground">
          {left < 0
            ? t('orders.ago', { duration: durationWords(t, -left) })
            : t('orders.inDuration', { duration: durationWords(t, left) })}
        </span>
      </p>
    </li>
  )
}
