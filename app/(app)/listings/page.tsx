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
import { getWords } from '#lib/i18n/request.ts'
import { toDecimal } from '#lib/money.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { useWords } from '#words'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('work.listings') }
}

const PATH = '/listings'

export default async function ListingsPage({ searchParams }: { searchParams: SearchParams }) {
  const t = await getWords()
  await requireActor('EMPLOYER')
  const asked = await searchParams
  const trail = readTrail(firstOf(asked.cursor))
  const typed = Object.fromEntries(
    ['q', 'category', 'currency', 'max', 'days', 'sort'].map(name => [
      name,
      firstOf(asked[name]) || undefined,
    ]),
  )
  const input = searchListingsInput.parse({ ...typed, cursor: trail.current })
  const { listings, nextCursor } = await searchListings(input)
  const { q, category, currency, max, days, sort } = input
  const isFiltered = Boolean(q || category || currency || max !== undefined || days)
  const page = (cursor: string) =>
    addressOf(PATH, {
      q,
      category,
      currency,
      max: currency && max !== undefined ? toDecimal({ amount: max, currency }) : undefined,
      days: days?.toString(),
      sort: sort === 'newest' ? undefined : sort,
      cursor,
    })
  return (
    <>
      <PageHeader
        title={t('work.listings')}
        description={t('work.workAtAPriceFrom')}
        actions={
          <LinkButton href="/contractors" variant="secondary">
            {t('work.allContractors')}
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
          <ListingGrid label={t('work.listings')} listings={listings} />
        )}
      </div>
      <Pagination
        label={t('work.pagesOfListings')}
        previous={trail.previous === null ? undefined : page(trail.previous)}
        next={nextCursor ? page(trail.next(nextCursor)) : undefined}
      />
    </>
  )
}

function NoListings({ isFiltered }: { isFiltered: boolean }) {
  const t = useWords()
  return isFiltered ? (
    <EmptyState
      icon={Store}
      title={t('work.noListingMatches')}
      action={
        <LinkButton href={PATH} variant="secondary">
          {t('work.showAllListings')}
        </LinkButton>
      }
    >
      {t('work.tryAnotherWordAHigher')}
    </EmptyState>
  ) : (
    <EmptyState
      icon={Store}
      title={t('work.noListingsYet')}
      action={<LinkButton href="/contractors">{t('work.chooseAContractor')}</LinkButton>}
    >
      {t('work.nobodyHasPublishedOneYou')}
    </EmptyState>
  )
}
