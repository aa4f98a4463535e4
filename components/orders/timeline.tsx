import type { OrderEventView } from '#lib/orders/model.ts'
import { personName } from '#lib/users/person-name-model.ts'
import { useWords } from '#words'
import { eventWords } from './event-words.ts'
import { Moment } from './moment.tsx'

/** Everything that happened to an order, oldest first: who, when, and what it did to the money. */
export function Timeline({ events }: { events: OrderEventView[] }) {
  const t = useWords()
  return (
    <ol aria-label={t('orders.timeline')} className="grid">
      {events.map(event => (
        <TimelineEntry key={event.id} event={event} />
      ))}
    </ol>
  )
}

function TimelineEntry({ event }: { event: OrderEventView }) {
  const t = useWords()
  const { title, money, note } = eventWords(t, event)
  return (
    <li className="relative grid gap-0.5 border-l pb-5 pl-5 last:border-transparent last:pb-0">
      <span aria-hidden className="-left-[5px] absolute top-1.5 size-2.5 rounded-full bg-primary" />
      <p className="font-medium">{title}</p>
      {money ? <p>{money}</p> : null}
      {note ? (
        <blockquote className="mt-1 whitespace-pre-line rounded-md bg-muted px-3 py-2">{note}</blockquote>
      ) : null}
      <p className="text-muted-foreground text-xs">
        {event.actorName === null ? t('orders.holdfastAndStripe') : personName(t, event.actorName)} ·{' '}
        <Moment at={event.createdAt} />
      </p>
    </li>
  )
}
