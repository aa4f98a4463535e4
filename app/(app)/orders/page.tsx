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

export const metadata: Metadata = { title: 'Orders' }

const PATH = '/orders'

export default async function OrdersPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor(['EMPLOYER', 'CONTRACTOR'])
  const { status: chosen, q: typed, cursor } = await searchParams
  const trail = readTrail(firstOf(cursor))
  const { status, q } = listOrdersInput.parse({ status: firstOf(chosen), q: firstOf(typed) })
  const { orders, nextCursor } = await listOrders(actor, { status, q, cursor: trail.current })
  const page = (next: string) => addressOf(PATH, { status, q, cursor: next })
  const isEmployer = actor.role === 'EMPLOYER'
  return (
    <>
      <PageHeader
        title="Orders"
        description={isEmployer ? 'The work that you ordered.' : 'The work that was ordered from you.'}
        actions={isEmployer ? <LinkButton href="/contractors">New order</LinkButton> : null}
      />
      <div className="grid gap-4">
        <SearchForm
          path={PATH}
          label="Search orders"
          placeholder="Title, number or name"
          q={q}
          keep={{ status }}
        />
        <StatusFilter path={PATH} q={q} status={status} />
        <Card>
          {orders.length === 0 ? (
            <NoOrders isFiltered={Boolean(q || status || trail.current)} isEmployer={isEmployer} />
          ) : (
            <OrderList
              orders={orders}
              hrefOf={order => `${PATH}/${order.id}`}
              partiesOf={order => (isEmployer ? order.contractor : order.employer).displayName}
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
