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
import { getWords } from '#lib/i18n/request.ts'
import { newRequestKey } from '#lib/ids.ts'
import { formatMoney } from '#lib/money.ts'
import { getOrder } from '#lib/orders/queries.ts'
import { DECLINE_WORDS, type PaymentView } from '#lib/payments/model.ts'
import { getPayment } from '#lib/payments/queries.ts'
import { publicStripeConfig } from '#lib/stripe/public-config.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { useWords } from '#words'
import { finishCardSetupAction, startCardSetupAction } from '../../../cards/actions.ts'
import { finishAuthenticationAction, holdAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('checkout.checkout') }
}

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
  const t = await getWords()
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
              { href: '/orders', label: t('checkout.orders') },
              { href: `/orders/${orderId}`, label: `#${order.number}` },
            ]}
            current={t('checkout.checkout')}
          />
        }
        title={t('checkout.holdAmount', { amount: formatMoney(order, t.locale) })}
        description={t('checkout.forTitleByDisplayname', {
          title: order.title,
          displayName: order.contractor.displayName,
        })}
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
                hold: t('checkout.holdAmount', { amount: formatMoney(order, t.locale) }),
                holding: t('checkout.holdingTheMoney'),
                saveAndHold: t('checkout.saveCardAndHoldAmount', { amount: formatMoney(order, t.locale) }),
                refused: t('checkout.nothingWasHeld'),
              }}
              cards={cards}
              chosenId={firstChoice(cards, payment, at)?.id}
              lastRefusal={
                payment?.status === 'failed' ? t.say(DECLINE_WORDS[payment.decline ?? 'declined']) : null
              }
              now={at}
              requestKey={newRequestKey()}
              holdAction={holdAction}
              holdAddress={`/api/orders/${orderId}/hold`}
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
        <TitledCard title={t('checkout.money')}>
          <OrderMoney order={order} payment={payment} reader="EMPLOYER" />
        </TitledCard>
      </div>
    </>
  )
}

function HoldTerms() {
  const t = useWords()
  return <p className="max-w-prose text-muted-foreground">{t('checkout.theMoneyIsHeldOn')}</p>
}
