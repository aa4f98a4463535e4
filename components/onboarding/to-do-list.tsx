import type { ReactNode } from 'react'
import { DateTime } from '#components/ui/date-time.tsx'
import type { MessageKey } from '#lib/i18n/messages.ts'
import type { Words } from '#lib/i18n/words.ts'
import { type StepId, type Stop, type ToDo, type ToDoItem, thingAlone } from '#lib/onboarding/model.ts'
import { useWords } from '#words'

const STEP_NAMES: Record<StepId, MessageKey> = {
  terms: 'verifying.terms',
  details: 'verifying.details',
  company: 'verifying.company',
  people: 'verifying.people',
  bank: 'verifying.bankAccount',
  identity: 'verifying.identity',
  additional: 'verifying.additional',
}

const linkClass = 'text-primary underline decoration-primary/40 underline-offset-4 hover:decoration-primary'

/** The things that are needed at one step, in one sentence; what has no step is one line each. */
type Line = { key: string; step: StepId | null; text: string; items: ToDoItem[] }

function sentenceOf(t: Words, items: ToDoItem[]): string {
  const named = items.flatMap(({ thing }) => (thing ? [t.say(thing)] : []))
  const others = items.flatMap(({ thing, need }) => (thing ? [] : [t.say(need)]))
  const things = new Intl.ListFormat(t.locale).format(named)
  return [...(named.length > 0 ? [t('requirements.needs', { things })] : []), ...others].join(' ')
}

function linesOf(t: Words, items: ToDoItem[]): Line[] {
  const steps = (Object.keys(STEP_NAMES) as StepId[]).flatMap(step => {
    const here = items.filter(item => item.step === step)
    return here.length > 0 ? [{ key: step, step, text: sentenceOf(t, here), items: here }] : []
  })
  const elsewhere = items.filter(item => item.step === null)
  return [
    ...steps,
    ...elsewhere.map(item => ({
      key: item.need,
      step: null,
      text: `${t.say(item.need)} ${t(item.action)}`,
      items: [item],
    })),
  ]
}

function LineItem({ line: { step, text, items } }: { line: Line }) {
  const t = useWords()
  return (
    <li className="max-w-prose">
      <div className="grid gap-0.5">
        <span>{text}</span>
        {items
          .flatMap(({ problems }) => problems)
          .map(({ problem, action }) => (
            <span key={problem} className="text-destructive">
              {t('verifying.refused', { words: `${t(problem)} ${t(action)}` })}
            </span>
          ))}
        {step ? (
          <a href={`#${step}`} className={`${linkClass} justify-self-start py-0.5`}>
            {t('verifying.goTo', { step: t(STEP_NAMES[step]) })}
          </a>
        ) : null}
      </div>
    </li>
  )
}

type GroupProps = { title: string; note?: ReactNode; items: ToDoItem[]; extra?: ReactNode }

function Group({ title, note, items, extra }: GroupProps) {
  const t = useWords()
  if (items.length === 0 && !extra) return null
  return (
    <section className="grid gap-1.5">
      <h3 className="font-semibold text-sm">{title}</h3>
      {note ? <p className="text-sm">{note}</p> : null}
      <ul className="grid list-disc gap-2 pl-5 text-sm">
        {linesOf(t, items).map(line => (
          <LineItem key={line.key} line={line} />
        ))}
        {extra}
      </ul>
    </section>
  )
}

function Until({ at, stops }: { at: Date | null; stops: Stop[] }) {
  const t = useWords()
  if (!at) return null
  return (
    <>
      {t.rich(stops.includes('orders') ? 'verifying.untilOrders' : 'verifying.untilPayouts', {
        at: <DateTime value={at} />,
      })}
    </>
  )
}

/** What Stripe needs, by haste: what is late, what is to be done now, what Stripe does, and what may come. */
export function ToDoList({ toDo }: { toDo: ToDo }) {
  const t = useWords()
  const checking = toDo.checking.map(name => (
    <li key={name} className="text-muted-foreground">
      {thingAlone(t, name)}
    </li>
  ))
  return (
    <div className="grid gap-5">
      <Group
        title={t('verifying.overdue')}
        note={t(
          toDo.overdueStops.includes('orders') ? 'verifying.overdueOrders' : 'verifying.overduePayouts',
        )}
        items={toDo.overdue}
      />
      <Group
        title={t('verifying.toDoNow')}
        note={<Until at={toDo.deadlineAt} stops={toDo.nowStops} />}
        items={toDo.now}
      />
      <Group title={t('verifying.checking')} items={[]} extra={checking.length > 0 ? checking : null} />
      <Group
        title={t('verifying.announced')}
        note={<Until at={toDo.announcedAt} stops={toDo.announcedStops} />}
        items={toDo.announced}
      />
      <Group title={t('verifying.later')} note={t('verifying.laterNote')} items={toDo.later} />
    </div>
  )
}
