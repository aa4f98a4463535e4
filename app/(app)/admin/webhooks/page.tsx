import { Inbox } from 'lucide-react'
import type { Metadata } from 'next'
import { EventRow } from '#components/admin/event-row.tsx'
import { addressOf, firstOf, readTrail, type SearchParams } from '#components/orders/address.ts'
import { Alert } from '#components/ui/alert.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { TabLinks } from '#components/ui/tab-links.tsx'
import { Table, TableBody, TableHead, TableHeader } from '#components/ui/table.tsx'
import { may } from '#lib/access/model.ts'
import { getWords } from '#lib/i18n/request.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'
import { EVENT_STATE_WORDS, EVENT_STATES, listEventsInput } from '#lib/webhooks/model.ts'
import { countDeadEvents, listStripeEvents } from '#lib/webhooks/queries.ts'
import { replayEventAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())('webhooks.title') }
}

const PATH = '/admin/webhooks'

export default async function WebhooksPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdmin('/admin/webhooks')
  const t = await getWords()
  const { state: chosen, cursor } = await searchParams
  const trail = readTrail(firstOf(cursor))
  const { state } = listEventsInput.parse({ state: firstOf(chosen) })
  const { events, nextCursor } = await listStripeEvents(actor, { state, cursor: trail.current })
  const dead = await countDeadEvents(actor)
  const page = (next: string) => addressOf(PATH, { state, cursor: next })
  const tabs = [
    { href: PATH, label: t('webhooks.all') },
    ...EVENT_STATES.map(each => ({
      href: addressOf(PATH, { state: each }),
      label: t(EVENT_STATE_WORDS[each].label),
    })),
  ]
  return (
    <>
      <PageHeader title={t('webhooks.title')} description={t('webhooks.intro')} />
      <div className="grid gap-4">
        {dead > 0 ? (
          <Alert tone="warning" title={t('webhooks.givenUp', { count: dead })}>
            {t('webhooks.givenUpText')}
          </Alert>
        ) : null}
        <TabLinks label={t('webhooks.filter')} tabs={tabs} current={addressOf(PATH, { state })} />
        {state ? (
          <p className="text-muted-foreground text-sm">{t(EVENT_STATE_WORDS[state].meaning)}</p>
        ) : null}
        <Card>
          {events.length === 0 ? (
            <EmptyState icon={Inbox} title={t(state ? 'webhooks.noneInState' : 'webhooks.nothingYet')} />
          ) : (
            <Table caption={t('webhooks.events')}>
              <TableHead>
                <tr>
                  <TableHeader>{t('webhooks.received')}</TableHeader>
                  <TableHeader>{t('webhooks.whatHappened')}</TableHeader>
                  <TableHeader>{t('webhooks.toWhat')}</TableHeader>
                  <TableHeader>{t('webhooks.state')}</TableHeader>
                  <TableHeader>
                    <span className="sr-only">{t('webhooks.actions')}</span>
                  </TableHeader>
                </tr>
              </TableHead>
              <TableBody>
                {events.map(event => (
                  <EventRow
                    key={event.id}
                    event={event}
                    replay={may(actor, 'replay') ? replayEventAction : null}
                  />
                ))}
              </TableBody>
            </Table>
          )}
        </Card>
      </div>
      <Pagination
        label={t('webhooks.pages')}
        previous={trail.previous === null ? undefined : page(trail.previous)}
        next={nextCursor ? page(trail.next(nextCursor)) : undefined}
      />
    </>
  )
}
