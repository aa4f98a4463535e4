import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cardExpiry } from '#components/cards/card-expiry.ts'
import { firstOf, type SearchParams } from '#components/orders/address.ts'
import { CheckoutForm } from '#components/orders/checkout-form.tsx'
import { OrderMoney } from '#components/orders/order-money.tsx'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { FinishCardSetup } from '#components/stripe/finish-card-setup.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import type { SavedCardView } from '#lib/cards/model.ts'
import { listCards } from '#lib/cards/queries.ts'
import { now } from '#lib/clock.ts'
import { newRequestKey } from '#lib/ids.ts'
import { formatMoney } from '#lib/money.ts'
import { getOrder } from '#lib/orders/queries.ts'
import { DECLINE_WORDS, type PaymentView } from '#lib/payments/model.ts'
import { getPayment } from '#lib/payments/queries.ts'
import { publicStripeConfig } from '#lib/stripe/public-config.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { finishCardSetupAction, startCardSetupAction } from '../../../cards/actions.ts'
import { finishAuthenticationAction, holdAction } from './actions.ts'

export const metadata: Metadata = { title: 'Checkout' }

/** The card of the last attempt if there was one, else the default, else any that is still good. */
function firstChoice(
  cards: SavedCardView[],
  payment: PaymentView | null,
  at: Date,
): SavedCardView | undefined {
  const good = cards.filter(card => cardExpiry(card, at) !== 'expired')
  const last = good.find(card => card.last4 === payment?.card.last4 && card.brand === payment.card.brand)
  return last ?? good[0]
}

type Props = { params: Promise<{ orderId: string }>; searchParams: SearchParams }

export default async function CheckoutPage({ params, searchParams }: Props) {
  const actor = await requireActor('EMPLOYER')
  const { orderId } = await params
  const [order, payment] = await Promise.all([getOrder(actor, orderId), getPayment(actor, orderId)])
  if (!order) notFound()
  if (order.status !== 'placed') redirect(`/orders/${orderId}?done=already-held`)
  if (payment?.status === 'pending') redirect(`/orders/${orderId}?done=processing`)
  const cards = await listCards(actor)
  const { setup } = await searchParams
  const cardSetupId = firstOf(setup)
  const at = now()
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[
              { href: '/orders', label: 'Orders' },
              { href: `/orders/${orderId}`, label: `#${order.number}` },
            ]}
            current="Checkout"
          />
        }
        title={`Hold ${formatMoney(order)}`}
        description={`For “${order.title}” by ${order.contractor.displayName}`}
      />
      {cardSetupId ? <FinishCardSetup cardSetupId={cardSetupId} action={finishCardSetupAction} /> : null}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Card>
          <CardContent className="grid gap-5">
            <HoldTerms />
            <CheckoutForm
              orderId={orderId}
              path={`/orders/${orderId}/checkout`}
              words={{
                hold: `Hold ${formatMoney(order)}`,
                holding: 'Holding the money…',
                saveAndHold: `Save card and hold ${formatMoney(order)}`,
                refused: 'Nothing was held',
              }}
              cards={cards}
              chosenId={firstChoice(cards, payment, at)?.id}
              lastRefusal={payment?.status === 'failed' ? DECLINE_WORDS[payment.decline ?? 'declined'] : null}
              now={at}
              requestKey={newRequestKey()}
              holdAction={holdAction}
              finishAction={finishAuthenticationAction}
              addCard={{
                stripe: publicStripeConfig(),
                requestKey: newRequestKey(),
                startAction: startCardSetupAction,
                finishAction: finishCardSetupAction,
              }}
            />
          </CardContent>
        </Card>
        <TitledCard title="Money">
          <OrderMoney order={order} payment={payment} reader="EMPLOYER" />
        </TitledCard>
      </div>
    </>
  )
}

function HoldTerms() {
  return (
    <p className="max-w-prose text-muted-foreground">
      The money is held on your card, not taken, until you approve the work. The hold ends when the bank’s
      hold ends, usually after 7 days; then the money is free on your card again.
    </p>
  )
}
