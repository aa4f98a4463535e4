import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DeliverAgain } from '#components/admin/deliver-again.tsx'
import { EventChanges } from '#components/admin/event-changes.tsx'
import { EVENT_TONES } from '#components/admin/event-row.tsx'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'
import { getStripeEvent } from '#lib/webhooks/get-event.ts'
import { EVENT_STATE_WORDS, type StripeEventView } from '#lib/webhooks/model.ts'
import { useWords } from '#words'
import { deliverAgainAction } from '../actions.ts'

type Props = { params: Promise<{ eventRowId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())('deliveries.event') }
}

export default async function WebhookEventPage({ params }: Props) {
  const actor = await requireAdmin('/admin/webhooks/[eventRowId]')
  const [{ eventRowId }, t] = [await params, await getWords()]
  const found = await getStripeEvent(actor, eventRowId)
  if (!found) notFound()
  const { event, payload, changes, deliveries } = found
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[{ href: '/admin/webhooks', label: t('deliveries.back') }]}
            current={t('deliveries.event')}
          />
        }
        title={<span className="break-all">{event.type}</span>}
        description={<code className="break-all font-mono text-xs">{event.stripeEventId}</code>}
        actions={
          <Badge tone={EVENT_TONES[event.state]} dot>
            {t(EVENT_STATE_WORDS[event.state].label)}
          </Badge>
        }
      />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 grid-cols-1 gap-6">
          <TitledCard title={t('deliveries.whatItChanged')}>
            <p className="mb-3 text-muted-foreground text-sm">{t('deliveries.changesHint')}</p>
            <EventChanges changes={changes} />
          </TitledCard>
          <TitledCard title={t('deliveries.payload')}>
            <p className="mb-3 text-muted-foreground text-sm">{t('deliveries.payloadHint')}</p>
            <section
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
              tabIndex={0}
              aria-label={event.stripeEventId}
              className="max-h-[32rem] overflow-auto rounded-md border bg-muted/50 p-3"
            >
              <pre className="font-mono text-xs">{payload}</pre>
            </section>
          </TitledCard>
        </div>
        <div className="grid grid-cols-1 gap-6">
          <TitledCard title={t('deliveries.event')}>
            <Facts event={event} />
          </TitledCard>
          <DeliverAgain eventId={event.id} deliveries={deliveries} action={deliverAgainAction} />
        </div>
      </div>
    </>
  )
}

function Facts({ event }: { event: StripeEventView }) {
  const t = useWords()
  const code = (text: string) => <code className="break-all font-mono text-xs">{text}</code>
  return (
    <>
      <DescriptionList>
        <DescriptionItem term={t('deliveries.object')}>{code(event.objectId || '—')}</DescriptionItem>
        <DescriptionItem term={t('deliveries.account')}>
          {event.account ? code(event.account) : t('deliveries.platform')}
        </DescriptionItem>
        <DescriptionItem term={t('deliveries.received')}>
          <DateTime value={event.receivedAt} />
        </DescriptionItem>
        <DescriptionItem term={t('deliveries.handled')}>
          {event.handledAt ? <DateTime value={event.handledAt} /> : t('deliveries.notYet')}
        </DescriptionItem>
        {event.lastError ? (
          <DescriptionItem term={t('deliveries.error')}>{code(event.lastError)}</DescriptionItem>
        ) : null}
      </DescriptionList>
      <p className="mt-3 text-muted-foreground text-sm">
        {t(EVENT_STATE_WORDS[event.state].meaning)} {t('webhooks.tried', { count: event.attempts })}.
      </p>
    </>
  )
}
