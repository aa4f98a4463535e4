import type { ReactNode } from 'react'
import { eventWords } from '#components/orders/event-words.ts'
import { Moment } from '#components/orders/moment.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Card } from '#components/ui/card.tsx'
import { RadioGroupField } from '#components/ui/radio-group-field.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { Story, StoryEvent } from '#lib/story/model.ts'
import { useWords } from '#words'
import { Section } from './section.tsx'

type Props = { story: Story; moveClock: FormAction }

/** Lets time pass at the local Stripe, and shows what came of it. */
export function ClockCard({ story, moveClock }: Props) {
  const t = useWords()
  return (
    <Section id="clock" title={t('story.clock')} about={t('story.clockAbout')}>
      <Card className="grid gap-6 p-5 sm:p-6">
        <ClockNow story={story} />
        <ActionForm action={moveClock}>
          <RadioGroupField
            name="step"
            legend={t('story.pass')}
            beside
            defaultValue="hour"
            choices={[
              { value: 'hour', label: t('story.anHour') },
              { value: 'day', label: t('story.aDay') },
              { value: 'two_days', label: t('story.twoDays') },
              { value: 'next_hold', label: t('story.nextHold') },
            ]}
          />
          <SubmitButton pending={t('story.moving')} className="justify-self-start">
            {t('story.move')}
          </SubmitButton>
        </ActionForm>
        <Happened events={story.events} />
      </Card>
    </Section>
  )
}

function ClockNow({ story: { stripeNow, nextHoldEnd } }: { story: Story }) {
  const t = useWords()
  if (!stripeNow) return <p className="text-sm">{t('story.clockAway')}</p>
  return (
    <p className="text-sm">
      {t.rich('story.clockNow', { at: <Moment at={stripeNow} /> })}{' '}
      {nextHoldEnd
        ? t.rich('story.clockNextEnd', { at: <Moment at={nextHoldEnd} /> })
        : t('story.clockNoHold')}
    </p>
  )
}

function Happened({ events }: { events: StoryEvent[] }) {
  const t = useWords()
  return (
    <div className="grid gap-3 border-t pt-5">
      <h3 className="font-medium text-base">{t('story.happened')}</h3>
      <ol className="grid gap-3">
        {events.map(event => {
          const { title: what, money } = eventWords(t, event)
          const { number, title } = event.order
          const b = (words: ReactNode) => <span className="font-medium">{words}</span>
          return (
            <li key={event.id} className="grid gap-0.5 text-sm">
              <p className="wrap-anywhere">
                {t.rich('story.happenedTo', { what, number: String(number), title, b })}
              </p>
              <p className="text-muted-foreground text-xs">
                {money ? `${money} ` : ''}
                {event.actorName ?? t('story.byItself')} · <Moment at={event.createdAt} />
              </p>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
