import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { FinishCheck } from '#components/orders/finish-check.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { ISLAND_AREAS } from '#lib/i18n/island-areas.ts'
import { getWords } from '#lib/i18n/request.ts'
import { formatMoney } from '#lib/money.ts'
import { type LinkedPayment, readLinkedPayment } from '#lib/payments/authenticate-by-link.ts'
import { publicStripeConfig } from '#lib/stripe/public-config.ts'
import { useWords } from '#words'
import { IslandWords } from '../../../island-words.tsx'
import { finishLinkedAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('authenticate.bankCheck'), robots: { index: false }, referrer: 'no-referrer' }
}

type Props = { params: Promise<{ token: string }> }

export default async function AuthenticatePage({ params }: Props) {
  const t = await getWords()
  const { token } = await params
  const read = await readLinkedPayment(token)
  if (!read.ok) {
    const isOld = read.error === 'not_found'
    return (
      <Frame
        title={isOld ? t('authenticate.thisLinkDoesNotWork') : t('authenticate.stripeDoesNotAnswerJust')}
      >
        <p>{isOld ? t('authenticate.aLinkWorksForA') : t('authenticate.onlyStripeCanSay')}</p>
        {isOld ? (
          <LinkButton href="/orders" className="justify-self-start">
            {t('authenticate.goToYourOrders')}
          </LinkButton>
        ) : null}
      </Frame>
    )
  }
  const payment = read.value
  return (
    <Frame
      title={
        payment.clientSecret
          ? t('authenticate.holdAmount', { amount: formatMoney(payment, t.locale) })
          : formatMoney(payment, t.locale)
      }
      description={t('authenticate.forTitle', { title: payment.title })}
    >
      {payment.clientSecret ? (
        <>
          <noscript>{t('authenticate.yourBanksCheckNeedsJavascript')}</noscript>
          <IslandWords areas={ISLAND_AREAS.bankCheck}>
            <FinishCheck
              stripe={publicStripeConfig()}
              clientSecret={payment.clientSecret}
              token={token}
              finishAction={finishLinkedAction}
            />
          </IslandWords>
        </>
      ) : (
        <Outcome payment={payment} />
      )}
    </Frame>
  )
}

function Outcome({ payment: { status, orderId } }: { payment: LinkedPayment }) {
  const t = useWords()
  const isHeld = status === 'requires_capture' || status === 'succeeded'
  return (
    <>
      {isHeld ? (
        <Alert tone="success" role="status" title={t('authenticate.theMoneyIsHeld')}>
          <p>{t('authenticate.yourBankHasConfirmedThat')}</p>
        </Alert>
      ) : (
        <Alert tone="info" role="status" title={t('authenticate.thereIsNothingToFinish')}>
          <p>{t('authenticate.thisAttemptIsOverAnd')}</p>
        </Alert>
      )}
      <LinkButton href={`/orders/${orderId}`} variant="secondary" className="justify-self-start">
        {t('authenticate.goToTheOrder')}
      </LinkButton>
    </>
  )
}

function Frame({
  title,
  description,
  children,
}: {
  title: string
  description?: string
  children: ReactNode
}) {
  return (
    <div className="mx-auto w-full max-w-xl px-4 py-10 sm:py-16">
      <PageHeader title={title} description={description} />
      <Card>
        <CardContent className="grid gap-5">{children}</CardContent>
      </Card>
    </div>
  )
}
