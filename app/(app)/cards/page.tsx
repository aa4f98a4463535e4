import { CreditCard } from 'lucide-react'
import type { Metadata } from 'next'
import { CardRow } from '#components/cards/card-row.tsx'
import { firstOf, type SearchParams } from '#components/orders/address.ts'
import { AddCard } from '#components/stripe/add-card.tsx'
import { FinishCardSetup } from '#components/stripe/finish-card-setup.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { listCards } from '#lib/cards/queries.ts'
import { now } from '#lib/clock.ts'
import { getWords } from '#lib/i18n/request.ts'
import { newRequestKey } from '#lib/ids.ts'
import { publicStripeConfig } from '#lib/stripe/public-config.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import {
  finishCardSetupAction,
  removeCardAction,
  setDefaultCardAction,
  startCardSetupAction,
} from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('checkout.cards') }
}

const DONE: Record<string, string> = {
  default: 'checkout.newOrdersStartWithThis',
  removed: 'checkout.theCardIsRemoved',
}

const FORMS = { setDefault: setDefaultCardAction, remove: removeCardAction }

export default async function CardsPage({ searchParams }: { searchParams: SearchParams }) {
  const t = await getWords()
  const actor = await requireActor('EMPLOYER')
  const cards = await listCards(actor)
  const { done, setup } = await searchParams
  const said = t.say(DONE[firstOf(done) ?? ''] ?? '')
  const cardSetupId = firstOf(setup)
  return (
    <>
      <PageHeader title={t('checkout.cards')} description={t('checkout.savedWithStripeReadyTo')} />
      {cardSetupId ? <FinishCardSetup cardSetupId={cardSetupId} action={finishCardSetupAction} /> : null}
      {said ? (
        <Alert tone="success" role="status" className="mb-6">
          {said}
        </Alert>
      ) : null}
      <Card className="max-w-3xl">
        {cards.length === 0 ? (
          <EmptyState icon={CreditCard} title={t('checkout.noCardYet')}>
            {t('checkout.addOneNowOrWhen')}
          </EmptyState>
        ) : (
          <ul aria-label={t('checkout.savedCards')} className="divide-y">
            {cards.map(card => (
              <CardRow key={card.id} card={card} now={now()} forms={FORMS} />
            ))}
          </ul>
        )}
        <CardContent className="border-t">
          <AddCard
            stripe={publicStripeConfig()}
            requestKey={newRequestKey()}
            startAction={startCardSetupAction}
            finishAction={finishCardSetupAction}
            returnPath="/cards"
          />
        </CardContent>
      </Card>
    </>
  )
}
