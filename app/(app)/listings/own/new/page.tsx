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
import { currencyOf } from '#lib/onboarding/queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { createListingAction } from '../actions.ts'

export const metadata: Metadata = { title: 'New listing' }

export default async function NewListingPage() {
  const actor = await requireActor('CONTRACTOR')
  const currency = await currencyOf(actor)
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs above={[{ href: '/listings/own', label: 'Your listings' }]} current="New listing" />
        }
        title="New listing"
        description="It is a draft first: nobody sees it before you publish it."
      />
      <Card className="max-w-2xl">
        {currency && isCurrency(currency) ? (
          <CardContent>
            <ActionForm action={createListingAction} hidden={{ currency }}>
              <ListingFields currency={currency} />
              <SubmitButton className="justify-self-start" pending="Saving…">
                Save the draft
              </SubmitButton>
            </ActionForm>
          </CardContent>
        ) : (
          <EmptyState
            icon={Store}
            title="Begin your verification first"
            action={<LinkButton href="/onboarding">Go to verification</LinkButton>}
          >
            It decides in which currency you are paid, and so in which your prices are.
          </EmptyState>
        )}
      </Card>
    </>
  )
}
