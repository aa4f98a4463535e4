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
import { getWords } from '#lib/i18n/request.ts'
import { newRequestKey } from '#lib/ids.ts'
import { formatMoney } from '#lib/money.ts'
import { getOrder } from '#lib/orders/queries.ts'
import { getPayment } from '#lib/payments/queries.ts'
import { publicStripeConfig } from '#lib/stripe/public-config.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { useWords } from '#words'
import { finishCardSetupAction, startCardSetupAction } from '../../../cards/actions.ts'
import { finishRenewalAction, giveUpRenewalAction, renewAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('checkout.renewTheHold') }
}

type Props = { params: Promise<{ orderId: string }>; searchParams: SearchParams }

export default async function RenewPage({ params, searchParams }: Props) {
  const t = await getWords()
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
  const cardSetupId = firstOf((await searchParams).setup)
  const at = now()
  const { displayName } = order.contractor
  const sum = formatMoney(order, t.locale)
  const good = cards.filter(card => cardExpiry(card, at) !== 'expired')
  const wanted = payment.renewal?.savedCardId ?? payment.savedCardId
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[
              { href: '/orders', label: t('checkout.orders') },
              { href: `/orders/${orderId}`, label: `#${order.number}` },
            ]}
            current={t('checkout.renewTheHold')}
          />
        }
        title={t('checkout.holdSumAnew', { sum })}
        description={t('checkout.forTitleByDisplayname', { title: order.title, displayName })}
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
              hold: t('checkout.holdSumAnew', { sum }),
              holding: t('checkout.puttingTheNewHoldOn'),
              saveAndHold: t('checkout.saveCardAndHoldSum', { sum }),
              refused: t('checkout.noNewHoldWasPut'),
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
  const t = useWords()
  return (
    <Alert tone="warning" title={t('checkout.yourBanksCheckWasNot')}>
      <p>{t('checkout.theHoldThatYouHave')}</p>
      <ActionForm action={giveUpRenewalAction} hidden={{ orderId }} className="mt-3">
        <SubmitButton variant="secondary" size="sm" className="justify-self-start">
          {t('checkout.keepTheHoldThatI')}
        </SubmitButton>
      </ActionForm>
    </Alert>
  )
}
