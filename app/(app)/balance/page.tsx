import { Wallet } from 'lucide-react'
import type { Metadata } from 'next'
import { MovementTable } from '#components/balance/movement-table.tsx'
import { PartCard } from '#components/balance/part-card.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Card, CardHeader, CardTitle } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { BALANCE_ERRORS, type BalanceErrorCode } from '#lib/payouts/model.ts'
import { type BalanceView, getBalance } from '#lib/payouts/queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'

export const metadata: Metadata = { title: 'Balance' }

function Unavailable({ error }: { error: BalanceErrorCode }) {
  const open = error === 'stripe_unavailable'
  return (
    <Alert tone="warning" role="alert">
      <p>{BALANCE_ERRORS[error].message}</p>
      <LinkButton
        href={open ? '/balance' : '/onboarding'}
        prefetch={false}
        variant="secondary"
        size="sm"
        className="mt-3"
      >
        {open ? 'Try again' : 'Go to verification'}
      </LinkButton>
    </Alert>
  )
}

function Parts({ parts, unknownCurrencies }: BalanceView) {
  return (
    <>
      {unknownCurrencies.map(currency => (
        <Alert key={currency} tone="warning">
          Stripe also holds money for you in {currency.toUpperCase()}, which this page cannot show. Write to
          us.
        </Alert>
      ))}
      <div className="grid gap-6 lg:grid-cols-2">
        {parts.map(part => (
          <PartCard key={part.available.currency} {...part} />
        ))}
      </div>
    </>
  )
}

function Movements({ movements }: BalanceView) {
  if (movements.length === 0) {
    return (
      <Card>
        <EmptyState icon={Wallet} title="No money has moved yet">
          When an employer approves your work, the amount less the commission appears here on the same day.
        </EmptyState>
      </Card>
    )
  }
  return (
    <Card className="overflow-hidden">
      <CardHeader className="pb-4">
        <CardTitle>What moved</CardTitle>
      </CardHeader>
      <MovementTable movements={movements} />
    </Card>
  )
}

export default async function BalancePage() {
  const balance = await getBalance(await requireActor('CONTRACTOR'))
  return (
    <>
      <PageHeader
        title="Balance"
        description="What Stripe holds for you, as Stripe itself counts it at this moment. Each currency is on its own."
      />
      {balance.ok ? (
        <div className="grid gap-6">
          <Parts {...balance.value} />
          <Movements {...balance.value} />
        </div>
      ) : (
        <Unavailable error={balance.error} />
      )}
    </>
  )
}
