import { ClipboardList } from 'lucide-react'
import type { Metadata } from 'next'
import type { SearchParams } from '#components/orders/address.ts'
import { neighbours, readOrderAddress } from '#components/orders/order-address.ts'
import { OrderFilters } from '#components/orders/order-filters.tsx'
import { OrderList } from '#components/orders/order-list.tsx'
import { StatusFilter } from '#components/orders/status-filter.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { listOrders } from '#lib/orders/queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'

export const metadata: Metadata = { title: 'Orders' }

const PATH = '/orders'

export default async function OrdersPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor(['EMPLOYER', 'CONTRACTOR'])
  const address = readOrderAddress(await searchParams)
  const { orders, nextCursor } = await listOrders(actor, address.input)
  const isEmployer = actor.role === 'EMPLOYER'
  return (
    <>
      <PageHeader
        title="Orders"
        description={isEmployer ? 'The work that you ordered.' : 'The work that was ordered from you.'}
        actions={isEmployer ? <LinkButton href="/contractors">New order</LinkButton> : null}
      />
      <div className="grid gap-4">
        <OrderFilters path={PATH} address={address} placeholder="Title, number or name" />
        <StatusFilter path={PATH} parameters={address.parameters} />
        <Card>
          {orders.length === 0 ? (
            <NoOrders isFiltered={address.isFiltered} isEmployer={isEmployer} />
          ) : (
            <OrderList
              orders={orders}
              hrefOf={order => `${PATH}/${order.id}`}
              partiesOf={order => (isEmployer ? order.contractor : order.employer).displayName}
            />
          )}
        </Card>
      </div>
      <Pagination label="Pages of orders" {...neighbours(PATH, address, nextCursor)} />
    </>
  )
}

function NoOrders({ isFiltered, isEmployer }: { isFiltered: boolean; isEmployer: boolean }) {
  if (isFiltered) {
    return (
      <EmptyState
        icon={ClipboardList}
        title="No order matches"
        action={
          <LinkButton href={PATH} variant="secondary">
            Show all orders
          </LinkButton>
        }
      >
        Try another word, or another status.
      </EmptyState>
    )
  }
  return isEmployer ? (
    <EmptyState
      icon={ClipboardList}
      title="No orders yet"
      action={<LinkButton href="/contractors">Find a contractor</LinkButton>}
    >
      Choose a contractor and say what you need. Money is held on your card, and taken only when you approve.
    </EmptyState>
  ) : (
    <EmptyState
      icon={ClipboardList}
      title="No orders yet"
      action={
        <LinkButton href="/onboarding" variant="secondary">
          Check your verification
        </LinkButton>
      }
    >
      Employers can order from you once Stripe has verified you. Their orders appear here.
    </EmptyState>
  )
}
