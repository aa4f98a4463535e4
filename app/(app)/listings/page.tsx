import { Store } from 'lucide-react'
import type { Metadata } from 'next'
import { ListingFilters } from '#components/listings/listing-filters.tsx'
import { ListingGrid } from '#components/listings/listing-grid.tsx'
import { addressOf, firstOf, readTrail, type SearchParams } from '#components/orders/address.ts'
import { LinkButton } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { searchListingsInput } from '#lib/catalogue/model.ts'
import { searchListings } from '#lib/catalogue/queries.ts'
import { toDecimal } from '#lib/money.ts'
import { requireActor } from '#lib/users/require-actor.ts'

export const metadata: Metadata = { title: 'Listings' }

const PATH = '/listings'

export default async function ListingsPage({ searchParams }: { searchParams: SearchParams }) {
  await requireActor('EMPLOYER')
  const asked = await searchParams
  const trail = readTrail(firstOf(asked.cursor))
  const typed = Object.fromEntries(
    ['q', 'currency', 'max', 'days', 'sort'].map(name => [name, firstOf(asked[name]) || undefined]),
  )
  const input = searchListingsInput.parse({ ...typed, cursor: trail.current })
  const { listings, nextCursor } = await searchListings(input)
  const { q, currency, max, days, sort } = input
  const isFiltered = Boolean(q || currency || max !== undefined || days)
  const page = (cursor: string) =>
    addressOf(PATH, {
      q,
      currency,
      max: currency && max !== undefined ? toDecimal({ amount: max, currency }) : undefined,
      days: days?.toString(),
      sort: sort === 'newest' ? undefined : sort,
      cursor,
    })
  return (
    <>
      <PageHeader
        title="Listings"
        description="Work at a price, from contractors who are verified by Stripe and can be paid."
        actions={
          <LinkButton href="/contractors" variant="secondary">
            All contractors
          </LinkButton>
        }
      />
      <div className="grid gap-6">
        <ListingFilters path={PATH} input={input} isFiltered={isFiltered} />
        {listings.length === 0 ? (
          <Card>
            <NoListings isFiltered={isFiltered || trail.current !== undefined} />
          </Card>
        ) : (
          <ListingGrid label="Listings" listings={listings} />
        )}
      </div>
      <Pagination
        label="Pages of listings"
        previous={trail.previous === null ? undefined : page(trail.previous)}
        next={nextCursor ? page(trail.next(nextCursor)) : undefined}
      />
    </>
  )
}

function NoListings({ isFiltered }: { isFiltered: boolean }) {
  return isFiltered ? (
    <EmptyState
      icon={Store}
      title="No listing matches"
      action={
        <LinkButton href={PATH} variant="secondary">
          Show all listings
        </LinkButton>
      }
    >
      Try another word, a higher price or more days. A highest price needs a currency.
    </EmptyState>
  ) : (
    <EmptyState
      icon={Store}
      title="No listings yet"
      action={<LinkButton href="/contractors">Choose a contractor</LinkButton>}
    >
      Nobody has published one. You can order from a contractor at a price of your own.
    </EmptyState>
  )
}
