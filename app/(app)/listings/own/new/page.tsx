import { Store } from 'lucide-react'
import type { Metadata } from 'next'
import { ListingFields } from '#components/listings/listing-fields.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { isCurrency } from '#lib/currencies.ts'
import { getWords } from '#lib/i18n/request.ts'
import { currencyOf } from '#lib/onboarding/queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { createListingAction } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('work.newListing') }
}

export default async function NewListingPage() {
  const t = await getWords()
  const actor = await requireActor('CONTRACTOR')
  const currency = await currencyOf(actor)
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[{ href: '/listings/own', label: t('work.yourListings') }]}
            current={t('work.newListing')}
          />
        }
        title={t('work.newListing')}
        description={t('work.itIsADraftFirst')}
      />
      <Card className="max-w-2xl">
        {currency && isCurrency(currency) ? (
          <CardContent>
            <ActionForm action={createListingAction} hidden={{ currency }}>
              <ListingFields currency={currency} />
              <SubmitButton className="justify-self-start" pending={t('work.saving')}>
                {t('work.saveTheDraft')}
              </SubmitButton>
            </ActionForm>
          </CardContent>
        ) : (
          <EmptyState
            icon={Store}
            title={t('work.beginYourVerificationFirst')}
            action={<LinkButton href="/onboarding">{t('work.goToVerification')}</LinkButton>}
          >
            {t('work.itDecidesInWhichCurrency')}
          </EmptyState>
        )}
      </Card>
    </>
  )
}
