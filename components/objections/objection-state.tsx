import { Moment } from '#components/orders/moment.tsx'
import { Badge, type Tone } from '#components/ui/badge.tsx'
import type { MessageKey } from '#lib/i18n/messages.ts'
import type { ObjectionStatus, ObjectionView } from '#lib/objections/model.ts'
import { useWords } from '#words'

const STATES: Record<ObjectionStatus, { label: MessageKey; tone: Tone }> = {
  open: { label: 'recoveries.openState', tone: 'warning' },
  upheld: { label: 'recoveries.upheldState', tone: 'success' },
  rejected: { label: 'recoveries.rejectedState', tone: 'neutral' },
}

/** What was said against a recovery and what was answered, the same for both sides. */
export function ObjectionState({ objection }: { objection: ObjectionView }) {
  const t = useWords()
  const { label, tone } = STATES[objection.status]
  return (
    <div className="grid gap-2 rounded-lg border p-3 text-sm">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{t('recoveries.objection')}</span>
        <Badge tone={tone} dot>
          {t(label)}
        </Badge>
      </p>
      <blockquote className="whitespace-pre-line break-words rounded-md bg-muted px-3 py-2">
        {objection.text}
      </blockquote>
      <p className="text-muted-foreground text-xs">
        <Moment at={objection.createdAt} />
      </p>
      {objection.answer ? (
        <>
          <p className="font-medium">{t('recoveries.answerOfHoldfast')}</p>
          <blockquote className="whitespace-pre-line break-words rounded-md bg-muted px-3 py-2">
            {objection.answer}
          </blockquote>
          {objection.answeredAt ? (
            <p className="text-muted-foreground text-xs">
              <Moment at={objection.answeredAt} />
            </p>
          ) : null}
        </>
      ) : null}
    </div>
  )
}
