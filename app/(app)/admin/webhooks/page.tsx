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
import { requireAdmin } from '#lib/users/require-admin.ts'
import { EVENT_STATE_WORDS, EVENT_STATES, listEventsInput } from '#lib/webhooks/model.ts'
import { countDeadEvents, listStripeEvents } from '#lib/webhooks/queries.ts'
import { replayEventAction } from './actions.ts'

export const metadata: Metadata = { title: 'Webhooks' }

const PATH = '/admin/webhooks'

const TABS = [
  { href: PATH, label: 'All' },
  ...EVENT_STATES.map(state => ({
    href: addressOf(PATH, { state }),
    label: EVENT_STATE_WORDS[state].label,
  })),
]

export default async function WebhooksPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdmin('/admin/webhooks')
  const { state: chosen, cursor } = await searchParams
  const trail = readTrail(firstOf(cursor))
  const { state } = listEventsInput.parse({ state: firstOf(chosen) })
  const { events, nextCursor } = await listStripeEvents(actor, { state, cursor: trail.current })
  const dead = await countDeadEvents(actor)
  const page = (next: string) => addressOf(PATH, { state, cursor: next })
  return (
    <>
      <PageHeader
        title="Webhooks"
        description="Every event that Stripe sent, newest first, and what became of it."
      />
      <div className="grid gap-4">
        {dead > 0 ? (
          <Alert
            tone="warning"
            title={dead === 1 ? 'One event was given up' : `${dead} events were given up`}
          >
            What they tell may be missing here until they are tried again. Read the reason beside each.
          </Alert>
        ) : null}
        <TabLinks label="Filter by state" tabs={TABS} current={addressOf(PATH, { state })} />
        {state ? <p className="text-muted-foreground text-sm">{EVENT_STATE_WORDS[state].meaning}</p> : null}
        <Card>
          {events.length === 0 ? (
            <EmptyState icon={Inbox} title={state ? 'None in this state' : 'Nothing has come yet'} />
          ) : (
            <Table caption="Events of Stripe">
              <TableHead>
                <tr>
                  <TableHeader>Received</TableHeader>
                  <TableHeader>What happened</TableHeader>
                  <TableHeader>To what</TableHeader>
                  <TableHeader>State</TableHeader>
                  <TableHeader>
                    <span className="sr-only">Actions</span>
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
        label="Pages of events"
        previous={trail.previous === null ? undefined : page(trail.previous)}
        next={nextCursor ? page(trail.next(nextCursor)) : undefined}
      />
    </>
  )
}
