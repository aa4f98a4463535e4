import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { FinishCheck } from '#components/orders/finish-check.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { formatMoney } from '#lib/money.ts'
import { type LinkedPayment, readLinkedPayment } from '#lib/payments/authenticate-by-link.ts'
import { publicStripeConfig } from '#lib/stripe/public-config.ts'
import { finishLinkedAction } from './actions.ts'

export const metadata: Metadata = { title: 'Bank check', robots: { index: false }, referrer: 'no-referrer' }

type Props = { params: Promise<{ token: string }> }

export default async function AuthenticatePage({ params }: Props) {
  const { token } = await params
  const read = await readLinkedPayment(token)
  if (!read.ok) {
    const isOld = read.error === 'not_found'
    return (
      <Frame title={isOld ? 'This link does not work any more' : 'Stripe does not answer just now'}>
        <p>
          {isOld
            ? 'A link works for a day. Sign in and open the order to finish the check there.'
            : 'Nothing was held or taken. Open the link again in a minute.'}
        </p>
        {isOld ? (
          <LinkButton href="/orders" className="justify-self-start">
            Go to your orders
          </LinkButton>
        ) : null}
      </Frame>
    )
  }
  const payment = read.value
  return (
    <Frame
      title={payment.clientSecret ? `Hold ${formatMoney(payment)}` : formatMoney(payment)}
      description={`For “${payment.title}”`}
    >
      {payment.clientSecret ? (
        <>
          <noscript>Your bank’s check needs JavaScript. Turn it on and open the link again.</noscript>
          <FinishCheck
            stripe={publicStripeConfig()}
            clientSecret={payment.clientSecret}
            token={token}
            finishAction={finishLinkedAction}
          />
        </>
      ) : (
        <Outcome payment={payment} />
      )}
    </Frame>
  )
}

function Outcome({ payment: { status, orderId } }: { payment: LinkedPayment }) {
  const isHeld = status === 'requires_capture' || status === 'succeeded'
  return (
    <>
      {isHeld ? (
        <Alert tone="success" role="status" title="The money is held">
          <p>Your bank has confirmed that it is you. Nothing more is to be done; you can close this page.</p>
        </Alert>
      ) : (
        <Alert tone="info" role="status" title="There is nothing to finish here">
          <p>
            This attempt is over and holds nothing. The order’s page shows how it stands, and what you can do.
          </p>
        </Alert>
      )}
      <LinkButton href={`/orders/${orderId}`} variant="secondary" className="justify-self-start">
        Go to the order
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
