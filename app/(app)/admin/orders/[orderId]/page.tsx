import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { JustRefunded } from '#components/admin/just-refunded.tsx'
import { PartyLinks } from '#components/admin/party-links.tsx'
import { PaymentFacts } from '#components/admin/payment-facts.tsx'
import { RecoveryList } from '#components/admin/recovery-list.tsx'
import { RefundList } from '#components/admin/refund-list.tsx'
import { RefundSection } from '#components/admin/refund-section.tsx'
import { Messages } from '#components/messages/messages.tsx'
import { firstOf, type SearchParams } from '#components/orders/address.ts'
import { CancelOrder } from '#components/orders/cancel-order.tsx'
import { Notice } from '#components/orders/notice.tsx'
import { OrderMoney } from '#components/orders/order-money.tsx'
import { OrderStatusBadge } from '#components/orders/order-status-badge.tsx'
import { PaymentState } from '#components/orders/payment-state.tsx'
import { Timeline } from '#components/orders/timeline.tsx'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { may } from '#lib/access/model.ts'
import { now } from '#lib/clock.ts'
import { getWords } from '#lib/i18n/request.ts'
import type { Words } from '#lib/i18n/words.ts'
import { newRequestKey } from '#lib/ids.ts'
import { listMessages } from '#lib/messages/queries.ts'
import type { OrderDetail } from '#lib/orders/model.ts'
import { getOrder } from '#lib/orders/queries.ts'
import type { PaymentView } from '#lib/payments/model.ts'
import { getPayment, getPaymentReferences } from '#lib/payments/queries.ts'
import { listRecoveries } from '#lib/recoveries/queries.ts'
import { COUNTED_STATUSES, type RefundView } from '#lib/refunds/model.ts'
import { listRefunds } from '#lib/refunds/queries.ts'
import type { Actor } from '#lib/users/model.ts'
import { personName } from '#lib/users/person-name-model.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'
import { OpenApprovals } from '../../approvals/open-approvals.tsx'
import { undoRecoveryAction } from '../../contractors/[userId]/actions.ts'
import { adminCancelAction, refundAction } from './actions.ts'
import { AdminDisagreements } from './admin-disagreements.tsx'
import { EveryCent } from './every-cent.tsx'
import { FraudWarnings } from './fraud-warnings.tsx'
import { OrderObjections } from './order-objections.tsx'
import { refundStep } from './refund-step.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())('adminOrders.order') }
}

type Props = { params: Promise<{ orderId: string }>; searchParams: SearchParams }

async function load(actor: Actor, orderId: string) {
  const [order, payment, refunds, recoveries, messages] = await Promise.all([
    getOrder(actor, orderId),
    getPayment(actor, orderId),
    listRefunds(actor, orderId),
    listRecoveries(actor, { orderId }),
    listMessages(actor, orderId),
  ])
  const references = payment ? await getPaymentReferences(actor, payment.id) : null
  return { order, payment, refunds, recoveries, references, messages }
}

export default async function AdminOrderPage({ params, searchParams }: Props) {
  const actor = await requireAdmin('/admin/orders/[orderId]')
  const t = await getWords()
  const { orderId } = await params
  const { order, payment, refunds, recoveries, references, messages } = await load(actor, orderId)
  if (!order) notFound()
  const parameters = await searchParams
  const just = refunds.find(refund => refund.id === firstOf(parameters.refunded))
  const isOpen = order.status === 'placed' || order.status === 'held' || order.status === 'delivered'
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[{ href: '/admin/orders', label: t('shell.orders') }]}
            current={`#${order.number}`}
          />
        }
        title={order.title}
        description={<code className="font-mono text-xs">{order.id}</code>}
        actions={<OrderStatusBadge status={order.status} />}
      />
      <Notice done={firstOf(parameters.done)} status={order.status} />
      <FraudWarnings actor={actor} orderId={order.id} />
      {just ? (
        <JustRefunded
          refund={just}
          orderId={order.id}
          contractorId={order.contractor.userId}
          parties={partiesOf(t, order)}
          mayRecover={may(actor, 'recover')}
        />
      ) : null}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 grid-cols-1 gap-6">
          <TitledCard title={t('adminOrders.payment')}>
            <div className="grid gap-4">
              <PaymentState order={order} payment={payment} reader="ADMIN" now={now()} />
              {payment ? (
                <PaymentFacts payment={payment} references={references} />
              ) : (
                <p className="text-muted-foreground">{t('adminOrders.notTried')}</p>
              )}
              {isOpen && may(actor, 'decide') ? (
                <div>
                  <CancelOrder order={order} payment={payment} action={adminCancelAction} />
                </div>
              ) : null}
            </div>
          </TitledCard>
          <AdminDisagreements actor={actor} orderId={order.id} payment={payment} />
          {payment ? (
            <Refunding
              actor={actor}
              order={order}
              payment={payment}
              refunds={refunds}
              parameters={parameters}
            />
          ) : null}
          <OpenApprovals actor={actor} of={{ orderId: order.id }} />
          <TitledCard title={t('moves.refunds')} id="refunds">
            <RefundList refunds={refunds} />
          </TitledCard>
          <TitledCard title={t('moves.recoveries')}>
            <RecoveryList recoveries={recoveries} undo={may(actor, 'recover') ? undoRecoveryAction : null} />
          </TitledCard>
          <OrderObjections actor={actor} orderId={orderId} />
          <TitledCard title={t('orders.messages')}>
            <Messages orderId={orderId} messages={messages}>
              {t('adminOrders.noMessages')}
            </Messages>
          </TitledCard>
          <TitledCard title={t('orders.whatHappened')}>
            <Timeline events={order.events} />
          </TitledCard>
        </div>
        <div className="grid grid-cols-1 gap-6">
          <TitledCard title={t('orders.money')}>
            <OrderMoney order={order} payment={payment} reader="ADMIN" />
          </TitledCard>
          <TitledCard title={t('adminOrders.parties')}>
            <PartyLinks order={order} />
          </TitledCard>
          <TitledCard title={t('orders.whatWasOrdered')}>
            <p className="whitespace-pre-line">{order.description}</p>
          </TitledCard>
        </div>
      </div>
      <div className="mt-6 grid grid-cols-1">
        <TitledCard title={t('reconciliation.everyCent')}>
          <Suspense fallback={<p className="text-muted-foreground">{t('reconciliation.asking')}</p>}>
            <EveryCent actor={actor} orderId={order.id} />
          </Suspense>
        </TitledCard>
      </div>
    </>
  )
}

const partiesOf = (t: Words, { employer, contractor }: OrderDetail) => ({
  employer: personName(t, employer.displayName),
  contractor: personName(t, contractor.displayName),
})

type RefundingProps = {
  actor: Actor
  order: OrderDetail
  payment: PaymentView
  refunds: RefundView[]
  parameters: Awaited<SearchParams>
}

async function Refunding({ actor, order, payment, refunds, parameters }: RefundingProps) {
  const counted = refunds.filter(refund => COUNTED_STATUSES.some(status => status === refund.status))
  const left = counted.reduce((rest, refund) => rest - refund.amount, payment.amountCaptured)
  if (payment.status !== 'succeeded' || left <= 0n) return null
  const t = await getWords()
  return (
    <RefundSection
      orderId={order.id}
      paymentId={payment.id}
      requestKey={newRequestKey()}
      left={{ amount: left, currency: order.currency }}
      parties={partiesOf(t, order)}
      step={await refundStep(actor, payment.id, parameters)}
      action={refundAction}
    />
  )
}
