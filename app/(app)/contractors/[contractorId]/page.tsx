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
import { countCompletedFor } from '#lib/orders/queries.ts'
import { getPictureUrl } from '#lib/users/picture-queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { requireContractor } from './require-contractor.ts'

export const metadata: Metadata = { title: 'Contractor' }

const COUNTRIES = new Intl.DisplayNames('en', { type: 'region' })

export default async function ContractorPage({ params }: { params: Promise<{ contractorId: string }> }) {
  const { contractorId, displayName, headline, country, currency } = await requireContractor(params)
  const actor = await requireActor('EMPLOYER')
  const [{ listings }, completed, pictureUrl] = await Promise.all([
    searchListings(searchListingsInput.parse({ contractorId })),
    countCompletedFor(contractorId),
    getPictureUrl(actor, contractorId),
  ])
  const facts = [
    COUNTRIES.of(country) ?? country,
    `paid in ${currency.toUpperCase()}`,
    completed === 1 ? '1 completed order' : `${completed} completed orders`,
    'verified by Stripe',
  ]
  const ways = (
    <>
      <LinkButton href={`/contractors/${contractorId}/ask`}>Ask for an offer</LinkButton>
      <LinkButton href={`/contractors/${contractorId}/order`} variant="secondary">
        Order at your price
      </LinkButton>
      <LinkButton href={`/contractors/${contractorId}/milestones`} variant="secondary">
        Order in milestones
      </LinkButton>
    </>
  )
  return (
    <>
      <PageHeader
        above={<Breadcrumbs above={[{ href: '/contractors', label: 'Contractors' }]} current={displayName} />}
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
          <EmptyState icon={Store} title={`${displayName} has no listings`} action={ways}>
            Ask what something of your own would cost, or say what you would pay for it.
          </EmptyState>
        </Card>
      ) : (
        <ListingGrid label={`Listings of ${displayName}`} listings={listings} withContractor={false} />
      )}
    </>
  )
}
