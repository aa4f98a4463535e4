import { Landmark } from 'lucide-react'
import type { Metadata } from 'next'
import { PayoutList } from '#components/balance/payout-list.tsx'
import { addressOf, firstOf, readTrail, type SearchParams } from '#components/orders/address.ts'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { listPayoutHistory } from '#lib/payouts/queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('balance.payouts') }
}

const page = (cursor: string) => addressOf('/balance/payouts', { cursor })

export default async function PayoutsPage({ searchParams }: { searchParams: SearchParams }) {
  const t = await getWords()
  const actor = await requireActor('CONTRACTOR')
  const trail = readTrail(firstOf((await searchParams).cursor))
  const { payouts, nextCursor } = await listPayoutHistory(actor, { cursor: trail.current })
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[{ href: '/balance', label: t('balance.balance') }]}
            current={t('balance.payouts')}
          />
        }
        title={t('balance.payouts')}
        description={t('balance.payoutsIntro')}
      />
      <Card className="max-w-3xl">
        {payouts.length === 0 ? (
          <EmptyState icon={Landmark} title={t('balance.noPayoutsYet')}>
            {t('balance.noPayoutsHint')}
          </EmptyState>
        ) : (
          <CardContent>
            <PayoutList payouts={payouts} reader="CONTRACTOR" />
          </CardContent>
        )}
      </Card>
      <Pagination
        label={t('balance.pagesOfPayouts')}
        previous={trail.previous === null ? undefined : page(trail.previous)}
        next={nextCursor ? page(trail.next(nextCursor)) : undefined}
      />
    </>
  )
}
