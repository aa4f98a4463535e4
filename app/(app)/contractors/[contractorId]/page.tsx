import { Store } from 'lucide-react'
import type { Metadata } from 'next'
import { ListingGrid } from '#components/listings/listing-grid.tsx'
import { Named } from '#components/ui/avatar.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { searchListingsInput } from '#lib/catalogue/model.ts'
import { searchListings } from '#lib/catalogue/queries.ts'
import { getWords } from '#lib/i18n/request.ts'
import { countCompletedFor } from '#lib/orders/queries.ts'
import { getPictureUrl } from '#lib/users/picture-queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { requireContractor } from './require-contractor.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('checkout.contractor') }
}

export default async function ContractorPage({ params }: { params: Promise<{ contractorId: string }> }) {
  const t = await getWords()
  const countries = new Intl.DisplayNames(t.locale, { type: 'region' })
  const { contractorId, displayName, headline, country, currency } = await requireContractor(params)
  const actor = await requireActor('EMPLOYER')
  const [{ listings }, completed, pictureUrl] = await Promise.all([
    searchListings(searchListingsInput.parse({ contractorId })),
    countCompletedFor(contractorId),
    getPictureUrl(actor, contractorId),
  ])
  const facts = [
    countries.of(country) ?? country,
    t('checkout.paidIn', { currency: currency.toUpperCase() }),
    t('checkout.completedOrders', { count: completed }),
    t('checkout.verifiedByStripe'),
  ]
  const ways = (
    <>
      <LinkButton href={`/contractors/${contractorId}/ask`}>{t('checkout.askForAnOffer')}</LinkButton>
      <LinkButton href={`/contractors/${contractorId}/order`} variant="secondary">
        {t('checkout.orderAtYourPrice')}
      </LinkButton>
      <LinkButton href={`/contractors/${contractorId}/milestones`} variant="secondary">
        {t('checkout.orderInMilestones')}
      </LinkButton>
    </>
  )
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[{ href: '/contractors', label: t('checkout.contractors') }]}
            current={displayName}
          />
        }
        title={<Named name={displayName} url={pictureUrl} />}
        description={
          <>
            {headline ? <p>{headline}</p> : null}
            <p>{facts.join(' · ')}</p>
          </>
        }
        actions={listings.length > 0 ? ways : null}
      />
      {listings.length === 0 ? (
        <Card>
          <EmptyState
            icon={Store}
            title={t('checkout.displaynameHasNoListings', { displayName })}
            action={ways}
          >
            {t('checkout.askWhatSomethingOfYour')}
          </EmptyState>
        </Card>
      ) : (
        <ListingGrid
          label={t('checkout.listingsOfDisplayname', { displayName })}
          listings={listings}
          withContractor={false}
        />
      )}
    </>
  )
}
