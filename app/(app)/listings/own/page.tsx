import { Store } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { Cover } from '#components/listings/cover.tsx'
import { daysWords } from '#components/listings/days-words.ts'
import { ListingStatusBadge } from '#components/listings/listing-status-badge.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Money } from '#components/ui/money.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import type { OwnListing } from '#lib/catalogue/model.ts'
import { listOwnListings } from '#lib/catalogue/queries.ts'
import { getWords } from '#lib/i18n/request.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { useWords } from '#words'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('work.yourListings') }
}

export default async function OwnListingsPage() {
  const t = await getWords()
  const actor = await requireActor('CONTRACTOR')
  const listings = await listOwnListings(actor)
  const add = <LinkButton href="/listings/own/new">{t('work.newListing')}</LinkButton>
  return (
    <>
      <PageHeader
        title={t('work.yourListings')}
        description={t('work.whatYouOfferToEverybody')}
        actions={listings.length > 0 ? add : null}
      />
      <Card>
        {listings.length === 0 ? (
          <EmptyState icon={Store} title={t('work.nothingListedYet')} action={add}>
            {t('work.describeSomethingThatYouDo')}
          </EmptyState>
        ) : (
          <ul aria-label={t('work.yourListings')} className="divide-y">
            {listings.map(listing => (
              <OwnRow key={listing.id} listing={listing} />
            ))}
          </ul>
        )}
      </Card>
    </>
  )
}

function OwnRow({ listing }: { listing: OwnListing }) {
  const t = useWords()
  const { orderCount } = listing
  return (
    <li>
      <Link
        prefetch={false}
        href={`/listings/own/${listing.id}`}
        className="-outline-offset-2 flex items-center gap-4 px-4 py-3.5 transition-colors hover:bg-muted/60 sm:px-6"
      >
        <span className="hidden w-28 shrink-0 sm:block">
          <Cover url={listing.coverUrl} />
        </span>
        <span className="grid min-w-0 flex-1 gap-1">
          <span className="truncate font-medium">{listing.title}</span>
          <span className="text-muted-foreground">
            <Money value={listing} code /> · {daysWords(t, listing.deliveryDays)} ·{' '}
            {t('work.orderCount', { count: orderCount })}
          </span>
        </span>
        <ListingStatusBadge status={listing.status} />
      </Link>
    </li>
  )
}
