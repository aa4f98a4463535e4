import { ChartColumn } from 'lucide-react'
import type { Metadata } from 'next'
import { EarningsCard } from '#components/balance/earnings-card.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { getEarnings } from '#lib/statements/queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'

export const metadata: Metadata = { title: 'Earnings' }

export default async function EarningsPage() {
  const earnings = await getEarnings(await requireActor('CONTRACTOR'))
  return (
    <>
      <PageHeader
        above={<Breadcrumbs above={[{ href: '/balance', label: 'Balance' }]} current="Earnings" />}
        title="Earnings"
        description="What became yours in each month: payments less commission and what was taken back. Payouts do not count. Months are in UTC."
      />
      <div className="grid grid-cols-1 gap-6">
        {earnings.map(one => (
          <EarningsCard key={one.currency} earnings={one} />
        ))}
      </div>
      {earnings.length === 0 ? (
        <Card>
          <EmptyState
            icon={ChartColumn}
            title="Nothing earned in the last twelve months"
            action={<LinkButton href="/listings/own">Your listings</LinkButton>}
          >
            When an employer approves your work, the month gets its bar here.
          </EmptyState>
        </Card>
      ) : null}
    </>
  )
}
