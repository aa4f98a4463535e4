import { ClipboardList } from 'lucide-react'
import type { Metadata } from 'next'
import { addressOf, firstOf, readTrail, type SearchParams } from '#components/orders/address.ts'
import { OrderList } from '#components/orders/order-list.tsx'
import { SearchForm } from '#components/orders/search-form.tsx'
import { StatusFilter } from '#components/orders/status-filter.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { listOrdersInput } from '#lib/orders/model.ts'
import { listOrders } from '#lib/orders/queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'

export const metadata: Metadata = { title: 'All orders' }

const PATH = '/admin/orders'

export default async function AdminOrdersPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor('ADMIN')
  const { status: chosen, q: typed, cursor } = await searchParams
  const trail = readTrail(firstOf(cursor))
  const { status, q } = listOrdersInput.parse({ status: firstOf(chosen), q: firstOf(typed) })
  const { orders, nextCursor } = await listOrders(actor, { status, q, cursor: trail.current })
  const page = (next: string) => addressOf(PATH, { status, q, cursor: next })
  return (
    <>
      <PageHeader title="All orders" description="Every order of every employer and contractor." />
      <div className="grid gap-4">
        <SearchForm
          path={PATH}
          label="Search orders"
          placeholder="Number, title, name or e-mail"
          q={q}
          keep={{ status }}
        />
        <StatusFilter path={PATH} q={q} status={status} />
        <Card>
          {orders.length === 0 ? (
            <EmptyState
              icon={ClipboardList}
              title={q || status ? 'No order matches' : 'No orders yet'}
              action={
                <LinkButton href={PATH} variant="secondary">
                  Show all orders
                </LinkButton>
              }
            />
          ) : (
            <OrderList
              orders={orders}
              hrefOf={order => `${PATH}/${order.id}`}
              partiesOf={order => `${order.employer.displayName} → ${order.contractor.displayName}`}
            />
          )}
        </Card>
      </div>
      <Pagination
        label="Pages of orders"
        previous={trail.previous === null ? undefined : page(trail.previous)}
        next={nextCursor ? page(trail.next(nextCursor)) : undefined}
      />
    </>
  )
}
