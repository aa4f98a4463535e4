import { CalendarCheck } from 'lucide-react'
import type { Metadata } from 'next'
import { DeadlineList } from '#components/deadlines/deadline-list.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { now } from '#lib/clock.ts'
import { listDeadlines } from '#lib/deadlines/queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'

export const metadata: Metadata = { title: 'Deadlines' }

export default async function DeadlinesPage() {
  const actor = await requireActor(['EMPLOYER', 'CONTRACTOR'])
  const at = now()
  const deadlines = await listDeadlines(actor, at)
  const reader = actor.role === 'EMPLOYER' ? 'EMPLOYER' : 'CONTRACTOR'
  return (
    <>
      <PageHeader
        title="Deadlines"
        description="When work is due, when holds end, and what happens by itself if nobody does anything."
      />
      {deadlines.length === 0 ? (
        <Card>
          <EmptyState
            icon={CalendarCheck}
            title="Nothing has a date"
            action={
              <LinkButton href="/orders" variant="secondary">
                Go to your orders
              </LinkButton>
            }
          >
            Once money is held for an order, its dates are listed here.
          </EmptyState>
        </Card>
      ) : (
        <DeadlineList deadlines={deadlines} reader={reader} now={at} />
      )}
    </>
  )
}
