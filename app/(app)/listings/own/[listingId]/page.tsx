import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CoverForm } from '#components/listings/cover-form.tsx'
import { ListingFields } from '#components/listings/listing-fields.tsx'
import { ListingStatusBadge } from '#components/listings/listing-status-badge.tsx'
import { firstOf, type SearchParams } from '#components/orders/address.ts'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { COVER_ERRORS, isCoverError, LISTING_STATUS_WORDS, type OwnListing } from '#lib/catalogue/model.ts'
import { listOwnListings } from '#lib/catalogue/queries.ts'
import { toDecimal } from '#lib/money.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { editListingAction, publishListingAction, unpublishListingAction } from '../actions.ts'

export const metadata: Metadata = { title: 'Your listing' }

type Props = { params: Promise<{ listingId: string }>; searchParams: SearchParams }

export default async function OwnListingPage({ params, searchParams }: Props) {
  const actor = await requireActor('CONTRACTOR')
  const { listingId } = await params
  const [listing] = await listOwnListings(actor, listingId)
  if (!listing) notFound()
  const cover = firstOf((await searchParams).cover)
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs above={[{ href: '/listings/own', label: 'Your listings' }]} current={listing.title} />
        }
        title={listing.title}
        actions={<ListingStatusBadge status={listing.status} />}
      />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <TitledCard title="What it says">
          <ActionForm action={editListingAction} hidden={{ listingId, currency: listing.currency }}>
            <ListingFields currency={listing.currency} values={{ ...listing, amount: toDecimal(listing) }} />
            <SubmitButton className="justify-self-start" variant="secondary" pending="Saving…">
              Save changes
            </SubmitButton>
          </ActionForm>
        </TitledCard>
        <div className="grid grid-cols-1 gap-6">
          <TitledCard title="Who sees it">
            <Visibility listing={listing} />
          </TitledCard>
          <TitledCard title="Picture">
            <CoverForm
              listingId={listingId}
              coverUrl={listing.coverUrl}
              isSaved={cover === 'saved'}
              refusal={isCoverError(cover) ? COVER_ERRORS[cover].message : null}
            />
          </TitledCard>
        </div>
      </div>
    </>
  )
}

function Visibility({ listing }: { listing: OwnListing }) {
  const isPublished = listing.status === 'published'
  return (
    <div className="grid gap-4">
      <p>{LISTING_STATUS_WORDS[listing.status].meaning}</p>
      <ActionForm
        key={listing.status}
        action={isPublished ? unpublishListingAction : publishListingAction}
        hidden={{ listingId: listing.id }}
      >
        <SubmitButton
          variant={isPublished ? 'secondary' : 'primary'}
          className="justify-self-start"
          pending={isPublished ? 'Unpublishing…' : 'Publishing…'}
        >
          {isPublished ? 'Unpublish it' : 'Publish it'}
        </SubmitButton>
      </ActionForm>
    </div>
  )
}
