import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PaydaySteps } from '#components/balance/payday-steps.tsx'
import { firstOf, type SearchParams } from '#components/orders/address.ts'
import { ApprovePart } from '#components/orders/approve-part.tsx'
import { ApprovesItself } from '#components/orders/approves-itself.tsx'
import { ContractorActions } from '#components/orders/contractor-actions.tsx'
import { DueDate } from '#components/orders/due-date.tsx'
import { EmployerActions } from '#components/orders/employer-actions.tsx'
import { HoldEndChoice } from '#components/orders/hold-end.tsx'
import { Notice } from '#components/orders/notice.tsx'
import { OrderMoney } from '#components/orders/order-money.tsx'
import { OrderStatusBadge } from '#components/orders/order-status-badge.tsx'
import { partPreview } from '#components/orders/part-preview.ts'
import { PaymentState } from '#components/orders/payment-state.tsx'
import { Timeline } from '#components/orders/timeline.tsx'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { ProjectCard } from '#components/projects/project-card.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { now } from '#lib/clock.ts'
import { env } from '#lib/env.ts'
import { getWords } from '#lib/i18n/request.ts'
import { approvesItselfAt } from '#lib/orders/approves-itself-at.ts'
import { ORDER_STATUS_WORDS, type OrderDetail } from '#lib/orders/model.ts'
import { getOrder } from '#lib/orders/queries.ts'
import { standingDelivery } from '#lib/orders/standing-delivery.ts'
import { getPayday } from '#lib/paydays/queries.ts'
import { getPayment } from '#lib/payments/queries.ts'
import { getProject } from '#lib/projects/queries.ts'
import { takenByRefunds } from '#lib/refunds/model.ts'
import { listRefunds } from '#lib/refunds/queries.ts'
import { personName } from '#lib/users/person-name-model.ts'
import { getPictureUrl } from '#lib/users/picture-queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import {
  approveAction,
  cancelAction,
  chooseHoldEndAction,
  deliverAction,
  requestChangesAction,
  takeBackDeliveryAction,
} from './actions.ts'
import { OrderDisagreements } from './order-disagreements.tsx'
import { OrderMessages } from './order-messages.tsx'
import { TakenBack } from './taken-back.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('orders.order') }
}

const EMPLOYER_FORMS = { approve: approveAction, requestChanges: requestChangesAction, cancel: cancelAction }
const CONTRACTOR_FORMS = { deliver: deliverAction, cancel: cancelAction }

const IS_EARNING = ['held', 'delivered', 'approved'] as const
const OPEN = ['placed', 'held', 'delivered'] as const

/** What a contractor can take back: the delivery that the page shows. */
function undoOf({ id: orderId, events }: OrderDetail) {
  const delivery = standingDelivery(events)
  return delivery
    ? { of: 'delivered', action: takeBackDeliveryAction, hidden: { orderId, deliveryId: delivery.id } }
    : null
}

type Props = { params: Promise<{ orderId: string }>; searchParams: SearchParams }

export default async function OrderPage({ params, searchParams }: Props) {
  const t = await getWords()
  const actor = await requireActor(['EMPLOYER', 'CONTRACTOR'])
  const { orderId } = await params
  const [order, payday, payment, refunds] = await Promise.all([
    getOrder(actor, orderId),
    getPayday(actor, orderId),
    getPayment(actor, orderId),
    listRefunds(actor, orderId),
  ])
  if (!order) notFound()
  const project = order.projectId ? await getProject(actor, order.projectId) : null
  const { done, part, message } = await searchParams
  const isEmployer = actor.role === 'EMPLOYER'
  const other = isEmployer ? order.contractor : order.employer
  const pictureUrl = await getPictureUrl(actor, other.userId)
  const typed = firstOf(part)
  const takenBack = isEmployer ? 0n : takenByRefunds(refunds)
  const canApprove = isEmployer && (order.status === 'held' || order.status === 'delivered')
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[{ href: '/orders', label: t('orders.orders') }]}
            current={`#${order.number}`}
          />
        }
        title={order.title}
        description={
          <span className="inline-flex items-center gap-2">
            <Avatar name={personName(t, other.displayName)} url={pictureUrl} />
            {t('orders.withDisplayname', { displayName: personName(t, other.displayName) })}
          </span>
        }
        actions={
          <>
            {order.status === 'completed' ? (
              <LinkButton href={`/orders/${orderId}/receipt`} variant="ghost">
                {isEmployer ? t('orders.receipt') : t('orders.statement')}
              </LinkButton>
            ) : null}
            <OrderStatusBadge status={order.status} />
          </>
        }
      />
      <Notice done={firstOf(done)} status={order.status} undo={isEmployer ? null : undoOf(order)} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 grid-cols-1 gap-6">
          <Card aria-label={t('orders.whereItStands')}>
            <CardContent className="grid gap-5">
              <p>{t.say(ORDER_STATUS_WORDS[order.status].meaning)}</p>
              <ApprovesItself at={approvesItselfAt(order, env().AUTO_APPROVE_DAYS)} isEmployer={isEmployer} />
              <PaymentState order={order} payment={payment} reader={actor.role} now={now()} />
              <div className="flex flex-wrap gap-3 empty:hidden">
                {isEmployer ? (
                  <EmployerActions order={order} payment={payment} forms={EMPLOYER_FORMS} />
                ) : (
                  <ContractorActions order={order} payment={payment} forms={CONTRACTOR_FORMS} />
                )}
              </div>
            </CardContent>
          </Card>
          {typed !== undefined && canApprove ? (
            <ApprovePart
              order={order}
              typed={typed}
              preview={typed ? partPreview(t, order, typed) : null}
              action={approveAction}
            />
          ) : null}
          <TitledCard title={t('orders.messages')} id="messages">
            <OrderMessages actor={actor} orderId={orderId} other={other} refused={firstOf(message)} />
          </TitledCard>
          <OrderDisagreements actor={actor} order={order} />
          <TitledCard title={t('orders.whatHappened')}>
            <Timeline events={order.events} />
          </TitledCard>
        </div>
        <div className="grid grid-cols-1 gap-6">
          {project ? <ProjectCard project={project} orderId={orderId} /> : null}
          <TitledCard title={t('orders.money')}>
            <OrderMoney order={order} payment={payment} reader={actor.role} takenBack={takenBack} />
          </TitledCard>
          {!isEmployer && (payday || IS_EARNING.some(status => status === order.status)) ? (
            <TitledCard title={t('orders.whenYouGetPaid')} id="payday">
              <PaydaySteps payday={payday} />
            </TitledCard>
          ) : null}
          <TakenBack actor={actor} orderId={orderId} />
          {OPEN.some(status => status === order.status) ? (
            <TitledCard title={t('orders.atTheEndOfThe')}>
              <HoldEndChoice order={order} action={isEmployer ? chooseHoldEndAction : null} />
            </TitledCard>
          ) : null}
          <TitledCard title={t('orders.whatWasOrdered')}>
            <p className="whitespace-pre-line">{order.description}</p>
            <DueDate order={order} />
          </TitledCard>
        </div>
      </div>
    </>
  )
}
