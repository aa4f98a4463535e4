import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cardExpiry } from '#components/cards/card-expiry.ts'
import { firstOf, type SearchParams } from '#components/orders/address.ts'
import { CheckoutForm } from '#components/orders/checkout-form.tsx'
import { RenewalTerms } from '#components/orders/renewal-terms.tsx'
import { FinishCardSetup } from '#components/stripe/finish-card-setup.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { listCards } from '#lib/cards/queries.ts'
import { now } from '#lib/clock.ts'
import { newRequestKey } from '#lib/ids.ts'
import { formatMoney } from '#lib/money.ts'
import { getOrder } from '#lib/orders/queries.ts'
import { getPayment } from '#lib/payments/queries.ts'
import { publicStripeConfig } from '#lib/stripe/public-config.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { finishCardSetupAction, startCardSetupAction } from '../../../cards/actions.ts'
import { finishRenewalAction, giveUpRenewalAction, renewAction } from './actions.ts'

export const metadata: Metadata = { title: 'Renew the hold' }

type Props = { params: Promise<{ orderId: string }>; searchParams: SearchParams }

export default async function RenewPage({ params, searchParams }: Props) {
  const actor = await requireActor('EMPLOYER')
  const { orderId } = await params
  const [order, payment, cards] = await Promise.all([
    getOrder(actor, orderId),
    getPayment(actor, orderId),
    listCards(actor),
  ])
  if (!order) notFound()
  const isHeld = order.status === 'held' || order.status === 'delivered'
  if (!isHeld || payment?.status !== 'requires_capture') redirect(`/orders/${orderId}?done=moved`)
  if (payment.renewal?.status === 'pending') redirect(`/orders/${orderId}?done=renewing`)
  const { setup } = await searchParams
  const cardSetupId = firstOf(setup)
  const at = now()
  const sum = formatMoney(order)
  const good = cards.filter(card => cardExpiry(card, at) !== 'expired')
  const wanted = payment.renewal?.savedCardId ?? payment.savedCardId
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[
              { href: '/orders', label: 'Orders' },
              { href: `/orders/${orderId}`, label: `#${order.number}` },
            ]}
            current="Renew the hold"
          />
        }
        title={`Hold ${sum} anew`}
        description={`For “${order.title}” by ${order.contractor.displayName}`}
      />
      {cardSetupId ? <FinishCardSetup cardSetupId={cardSetupId} action={finishCardSetupAction} /> : null}
      <Card className="max-w-2xl">
        <CardContent className="grid gap-6">
          {payment.renewal ? <Unfinished orderId={orderId} /> : null}
          <RenewalTerms payment={payment} now={at} />
          <CheckoutForm
            orderId={orderId}
            path={`/orders/${orderId}/renew`}
            words={{
              hold: `Hold ${sum} anew`,
              holding: 'Putting the new hold on…',
              saveAndHold: `Save card and hold ${sum} anew`,
              refused: 'No new hold was put on; the one that you have stands',
            }}
            cards={cards}
            chosenId={(good.find(card => card.id === wanted) ?? good[0])?.id}
            lastRefusal={null}
            now={at}
            requestKey={newRequestKey()}
            holdAction={renewAction}
            finishAction={finishRenewalAction}
            addCard={{
              stripe: publicStripeConfig(),
              requestKey: newRequestKey(),
              startAction: startCardSetupAction,
              finishAction: finishCardSetupAction,
            }}
          />
        </CardContent>
      </Card>
    </>
  )
}

/** A renewal whose bank's check was left open: it can be gone on with below, or left. */
function Unfinished({ orderId }: { orderId: string }) {
  return (
    <Alert tone="warning" title="Your bank’s check was not finished">
      <p>The hold that you have stands. Hold the money anew to finish the check, or leave it as it is.</p>
      <ActionForm action={giveUpRenewalAction} hidden={{ orderId }} className="mt-3">
        <SubmitButton variant="secondary" size="sm" className="justify-self-start">
          Keep the hold that I have
        </SubmitButton>
      </ActionForm>
    </Alert>
  )
}
