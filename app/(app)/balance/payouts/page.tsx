import { Landmark } from 'lucide-react'
import type { Metadata } from 'next'
import { PayoutList } from '#components/balance/payout-list.tsx'
import { addressOf, firstOf, readTrail, type SearchParams } from '#components/orders/address.ts'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { listPayoutHistory } from '#lib/payouts/queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'

export const metadata: Metadata = { title: 'Payouts' }

const page = (cursor: string) => addressOf('/balance/payouts', { cursor })

export default async function PayoutsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor('CONTRACTOR')
  const trail = readTrail(firstOf((await searchParams).cursor))
  const { payouts, nextCursor } = await listPayoutHistory(actor, { cursor: trail.current })
  return (
    <>
      <PageHeader
        above={<Breadcrumbs above={[{ href: '/balance', label: 'Balance' }]} current="Payouts" />}
        title="Payouts"
        description="All that left your balance for your bank, newest first: when it arrives, what the bank can find it by, and what to do where it did not."
      />
      <Card className="max-w-3xl">
        {payouts.length === 0 ? (
          <EmptyState icon={Landmark} title="No payouts yet">
            Pay out what is available from your balance, or choose a schedule there.
          </EmptyState>
        ) : (
          <CardContent>
            <PayoutList payouts={payouts} reader="CONTRACTOR" />
          </CardContent>
        )}
      </Card>
      <Pagination
        label="Pages of payouts"
        previous={trail.previous === null ? undefined : page(trail.previous)}
        next={nextCursor ? page(trail.next(nextCursor)) : undefined}
      />
    </>
  )
}
