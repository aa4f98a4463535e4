import { CalendarCheck } from 'lucide-react'
import type { Metadata } from 'next'
import { DeadlineList } from '#components/deadlines/deadline-list.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { now } from '#lib/clock.ts'
import { listDeadlines } from '#lib/deadlines/queries.ts'
import { getWords } from '#lib/i18n/request.ts'
import { requireActor } from '#lib/users/require-actor.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('talk.deadlines') }
}

export default async function DeadlinesPage() {
  const t = await getWords()
  const actor = await requireActor(['EMPLOYER', 'CONTRACTOR'])
  const at = now()
  const deadlines = await listDeadlines(actor, at)
  const reader = actor.role === 'EMPLOYER' ? 'EMPLOYER' : 'CONTRACTOR'
  return (
    <>
      <PageHeader title={t('talk.deadlines')} description={t('talk.whenWorkIsDueWhen')} />
      {deadlines.length === 0 ? (
        <Card>
          <EmptyState
            icon={CalendarCheck}
            title={t('talk.nothingHasADate')}
            action={
              <LinkButton href="/orders" variant="secondary">
                {t('talk.goToYourOrders')}
              </LinkButton>
            }
          >
            {t('talk.onceMoneyIsHeldFor')}
          </EmptyState>
        </Card>
      ) : (
        <DeadlineList deadlines={deadlines} reader={reader} now={at} />
      )}
    </>
  )
}
