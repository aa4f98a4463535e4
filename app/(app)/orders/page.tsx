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
import { requireActor } from '#lib/users/require-actor.ts'
import { useWords } from '#words'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('orders.orders') }
}

const PATH = '/orders'

export default async function OrdersPage({ searchParams }: { searchParams: SearchParams }) {
  const t = await getWords()
  const actor = await requireActor(['EMPLOYER', 'CONTRACTOR'])
  const address = readListAddress(listOrdersInput, await searchParams)
  const { orders, nextCursor } = await listOrders(actor, address.input)
  const isEmployer = actor.role === 'EMPLOYER'
  return (
    <>
      <PageHeader
        title={t('orders.orders')}
        description={isEmployer ? t('orders.theWorkThatYouOrdered') : t('orders.theWorkThatWasOrdered')}
        actions={isEmployer ? <LinkButton href="/contractors">{t('orders.newOrder')}</LinkButton> : null}
      />
      <div className="grid gap-4">
        <OrderFilters path={PATH} address={address} placeholder={t('orders.titleNumberOrName')} />
        <StatusFilter path={PATH} parameters={address.parameters} />
        <Card>
          {orders.length === 0 ? (
            <NoOrders isFiltered={address.isFiltered} isEmployer={isEmployer} />
          ) : (
            <OrderList
              orders={orders}
              hrefOf={order => `${PATH}/${order.id}`}
              partiesOf={order => personName(t, (isEmployer ? order.contractor : order.employer).displayName)}
            />
          )}
        </Card>
      </div>
      <Pagination label={t('orders.pagesOfOrders')} {...neighbours(PATH, address, nextCursor)} />
    </>
  )
}

function NoOrders({ isFiltered, isEmployer }: { isFiltered: boolean; isEmployer: boolean }) {
  const t = useWords()
  if (isFiltered) {
    return (
      <EmptyState
        icon={ClipboardList}
        title={t('orders.noOrderMatches')}
        action={
          <LinkButton href={PATH} variant="secondary">
            {t('orders.showAllOrders')}
          </LinkButton>
        }
      >
        {t('orders.tryAnotherWordOrAnother')}
      </EmptyState>
    )
  }
  return isEmployer ? (
    <EmptyState
      icon={ClipboardList}
      title={t('orders.noOrdersYet')}
      action={<LinkButton href="/contractors">{t('orders.findAContractor')}</LinkButton>}
    >
      {t('orders.chooseAContractorAndSay')}
    </EmptyState>
  ) : (
    <EmptyState
      icon={ClipboardList}
      title={t('orders.noOrdersYet')}
      action={
        <LinkButton href="/onboarding" variant="secondary">
          {t('orders.checkYourVerification')}
        </LinkButton>
      }
    >
      {t('orders.employersCanOrderFromYou')}
    </EmptyState>
  )
}
