import { ClipboardList } from 'lucide-react'
import type { Metadata } from 'next'
import type { SearchParams } from '#components/orders/address.ts'
import { neighbours, readListAddress } from '#components/orders/list-address.ts'
import { OrderFilters } from '#components/orders/order-filters.tsx'
import { OrderList } from '#components/orders/order-list.tsx'
import { StatusFilter } from '#components/orders/status-filter.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { listOrdersInput } from '#lib/orders/model.ts'
import { listOrders } from '#lib/orders/queries.ts'
import { personName } from '#lib/users/person-name-model.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())('adminOrders.allOrders') }
}

const PATH = '/admin/orders'

export default async function AdminOrdersPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdmin('/admin/orders')
  const t = await getWords()
  const address = readListAddress(listOrdersInput, await searchParams)
  const { orders, nextCursor } = await listOrders(actor, address.input)
  return (
    <>
      <PageHeader title={t('adminOrders.allOrders')} description={t('adminOrders.allOrdersIntro')} />
      <div className="grid gap-4">
        <OrderFilters path={PATH} address={address} placeholder={t('adminOrders.searchHint')} />
        <StatusFilter path={PATH} parameters={address.parameters} />
        <Card>
          {orders.length === 0 ? (
            <EmptyState
              icon={ClipboardList}
              title={t(address.isFiltered ? 'orders.noOrderMatches' : 'orders.noOrdersYet')}
              action={
                <LinkButton href={PATH} variant="secondary">
                  {t('orders.showAllOrders')}
                </LinkButton>
              }
            />
          ) : (
            <OrderList
              orders={orders}
              hrefOf={order => `${PATH}/${order.id}`}
              partiesOf={order =>
                [order.employer, order.contractor]
                  .map(({ displayName }) => personName(t, displayName))
                  .join(' → ')
              }
            />
          )}
        </Card>
      </div>
      <Pagination label={t('orders.pagesOfOrders')} {...neighbours(PATH, address, nextCursor)} />
    </>
  )
}
