import Link from 'next/link'
import { Moment } from '#components/orders/moment.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Badge, type Tone } from '#components/ui/badge.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TableCell, TableRow } from '#components/ui/table.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { EVENT_STATE_WORDS, type EventState, type StripeEventView } from '#lib/webhooks/model.ts'
import { useWords } from '#words'

export const EVENT_TONES: Record<EventState, Tone> = {
  received: 'info',
  handled: 'success',
  ignored: 'neutral',
  parked: 'warning',
  dead: 'destructive',
}

/** One event of Stripe with its state, the last error, and a way to have it handled once more. */
export function EventRow({ event, replay }: { event: StripeEventView; replay: FormAction | null }) {
  const t = useWords()
  return (
    <TableRow className="align-top">
      <TableCell className="align-top">
        <Moment at={event.receivedAt} />
      </TableCell>
      <TableCell className="align-top">
        <Link
          href={`/admin/webhooks/${event.id}`}
          prefetch={false}
          className="inline-block min-h-6 font-medium text-primary underline underline-offset-4"
        >
          {event.type}
        </Link>
        <code className="block font-mono text-muted-foreground text-xs">{event.stripeEventId}</code>
      </TableCell>
      <TableCell className="align-top">
        <code className="font-mono text-xs">{event.objectId || '—'}</code>
        {event.account ? (
          <code className="block font-mono text-muted-foreground text-xs">
            {t('webhooks.onAccount', { account: event.account })}
          </code>
        ) : null}
      </TableCell>
      <TableCell className="align-top">
        <Badge tone={EVENT_TONES[event.state]}>{t(EVENT_STATE_WORDS[event.state].label)}</Badge>
        <span className="mt-1 block text-muted-foreground text-xs">
          {t('webhooks.tried', { count: event.attempts })}
        </span>
        {event.lastError ? <span className="block text-xs">{event.lastError}</span> : null}
      </TableCell>
      <TableCell className="align-top">
        {replay ? (
          <ActionForm action={replay} hidden={{ stripeEventRowId: event.id }} className="gap-2">
            <SubmitButton
              variant="secondary"
              size="sm"
              pending={t('webhooks.queuing')}
              aria-label={t('webhooks.tryAgainWhat', { type: event.type, object: event.objectId })}
            >
              {t('webhooks.tryAgain')}
            </SubmitButton>
          </ActionForm>
        ) : null}
      </TableCell>
    </TableRow>
  )
}
