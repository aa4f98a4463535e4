import { Handshake } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { DisagreementItem } from '#components/disagreements/disagreement-item.tsx'
import { addressOf, firstOf, readTrail, type SearchParams } from '#components/orders/address.ts'
import { Card, CardContent } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { TabLinks } from '#components/ui/tab-links.tsx'
import { listDisagreements } from '#lib/disagreements/queries.ts'
import { getWords } from '#lib/i18n/request.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())('adminOrders.disagreements') }
}

const PATH = '/admin/disagreements'
const OVER = `${PATH}?over=1`

export default async function DisagreementsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdmin('/admin/disagreements')
  const t = await getWords()
  const { over, cursor } = await searchParams
  const isOpen = firstOf(over) !== '1'
  const trail = readTrail(firstOf(cursor))
  const { disagreements, nextCursor } = await listDisagreements(actor, { isOpen, cursor: trail.current })
  const page = (next: string) => addressOf(PATH, { over: isOpen ? undefined : '1', cursor: next })
  return (
    <>
      <PageHeader title={t('adminOrders.disagreements')} description={t('adminOrders.disagreementsIntro')} />
      <div className="grid gap-6">
        <TabLinks
          label={t('adminOrders.openOrOver')}
          tabs={[
            { href: PATH, label: t('adminOrders.open') },
            { href: OVER, label: t('adminOrders.over') },
          ]}
          current={isOpen ? PATH : OVER}
        />
        <Card>
          {disagreements.length === 0 ? (
            <EmptyState
              icon={Handshake}
              title={t(isOpen ? 'adminOrders.nobodyWaits' : 'adminOrders.noneEnded')}
            />
          ) : (
            <CardContent>
              <ul className="grid gap-8">
                {disagreements.map(view => (
                  <DisagreementItem key={view.id} view={view}>
                    <Link
                      prefetch={false}
                      href={`/admin/orders/${view.orderId}#disagreement`}
                      className="justify-self-start text-primary underline underline-offset-4"
                    >
                      #{view.orderNumber} {view.orderTitle}
                    </Link>
                  </DisagreementItem>
                ))}
              </ul>
            </CardContent>
          )}
        </Card>
      </div>
      <Pagination
        label={t('adminOrders.pagesOfDisagreements')}
        previous={trail.previous === null ? undefined : page(trail.previous)}
        next={nextCursor ? page(trail.next(nextCursor)) : undefined}
      />
    </>
  )
}
