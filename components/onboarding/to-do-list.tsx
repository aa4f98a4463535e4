import type { ReactNode } from 'react'
import { DateTime } from '#components/ui/date-time.tsx'
import type { StepId, Stop, ToDo, ToDoItem } from '#lib/onboarding/model.ts'

const STEP_NAMES: Record<StepId, string> = {
  terms: 'Terms',
  details: 'Personal details',
  company: 'Company',
  people: 'People of the company',
  bank: 'Bank account',
  identity: 'Identity document',
  additional: 'Additional document',
}

const linkClass = 'text-primary underline decoration-primary/40 underline-offset-4 hover:decoration-primary'

/** What stops, as the end of a sentence. */
function stopWords(stops: Stop[]): string {
  const noPayouts = 'Stripe pays nothing out to you'
  return stops.includes('orders') ? `nobody can order from you, and ${noPayouts}` : noPayouts
}

/** The things that are needed at one step, in one sentence; what has no step is one line each. */
type Line = { key: string; step: StepId | null; text: string; items: ToDoItem[] }

const LIST = new Intl.ListFormat('en')

function sentenceOf(items: ToDoItem[]): string {
  const things = items.flatMap(({ thing }) => (thing ? [thing] : []))
  const others = items.flatMap(({ thing, need }) => (thing ? [] : [need]))
  return [...(things.length > 0 ? [`Stripe needs ${LIST.format(things)}.`] : []), ...others].join(' ')
}

function linesOf(items: ToDoItem[]): Line[] {
  const steps = (Object.keys(STEP_NAMES) as StepId[]).flatMap(step => {
    const here = items.filter(item => item.step === step)
    return here.length > 0 ? [{ key: step, step, text: sentenceOf(here), items: here }] : []
  })
  const elsewhere = items.filter(item => item.step === null)
  return [
    ...steps,
    ...elsewhere.map(item => ({
      key: item.need,
      step: null,
      text: `${item.need} ${item.action}`,
      items: [item],
    })),
  ]
}

function LineItem({ line: { step, text, items } }: { line: Line }) {
  return (
    <li>
      <div className="grid gap-0.5">
        <span>{text}</span>
        {items
          .flatMap(({ problems }) => problems)
          .map(({ problem, action }) => (
            <span key={problem} className="text-destructive">
              Refused: {problem} {action}
            </span>
          ))}
        {step ? (
          <a href={`#${step}`} className={`${linkClass} justify-self-start py-0.5`}>
            Go to “{STEP_NAMES[step]}”
          </a>
        ) : null}
      </div>
    </li>
  )
}

type GroupProps = { title: string; note?: ReactNode; items: ToDoItem[]; extra?: ReactNode }

function Group({ title, note, items, extra }: GroupProps) {
  if (items.length === 0 && !extra) return null
  return (
    <section className="grid gap-1.5">
      <h3 className="font-semibold text-sm">{title}</h3>
      {note ? <p className="text-sm">{note}</p> : null}
      <ul className="grid list-disc gap-2 pl-5 text-sm">
        {linesOf(items).map(line => (
          <LineItem key={line.key} line={line} />
        ))}
        {extra}
      </ul>
    </section>
  )
}

function Until({ at, stops }: { at: Date | null; stops: Stop[] }) {
  if (!at) return null
  return (
    <>
      If it is not there by <DateTime value={at} />, {stopWords(stops)} until it is.
    </>
  )
}

/** What Stripe needs, by haste: what is late, what is to be done now, what Stripe does, and what may come. */
export function ToDoList({ toDo }: { toDo: ToDo }) {
  const checking = toDo.checking.map(name => (
    <li key={name} className="text-muted-foreground">
      {name}
    </li>
  ))
  return (
    <div className="grid gap-5">
      <Group
        title="Overdue"
        note={`Until it is there, ${stopWords(toDo.overdueStops)}.`}
        items={toDo.overdue}
      />
      <Group title="To do now" note={<Until at={toDo.deadlineAt} stops={toDo.nowStops} />} items={toDo.now} />
      <Group title="Stripe is checking" items={[]} extra={checking.length > 0 ? checking : null} />
      <Group
        title="Announced by Stripe"
        note={<Until at={toDo.announcedAt} stops={toDo.announcedStops} />}
        items={toDo.announced}
      />
      <Group
        title="Later"
        note="Nothing stops for want of it today. Stripe may ask for it when more money passes."
        items={toDo.later}
      />
    </div>
  )
}
