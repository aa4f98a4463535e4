import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CoverForm } from '#components/listings/cover-form.tsx'
import { ListingFields } from '#components/listings/listing-fields.tsx'
import { ListingStatusBadge } from '#components/listings/listing-status-badge.tsx'
import { firstOf, type SearchParams } from '#components/orders/address.ts'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { UndoNotice } from '#components/ui/undo-notice.tsx'
import { COVER_ERRORS, isCoverError, LISTING_STATUS_WORDS, type OwnListing } from '#lib/catalogue/model.ts'
import { listOwnListings } from '#lib/catalogue/queries.ts'
import { getWords } from '#lib/i18n/request.ts'
import { toDecimal } from '#lib/money.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { useWords } from '#words'
import {
  editListingAction,
  publishListingAction,
  undoUnpublishAction,
  unpublishListingAction,
} from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('work.yourListing') }
}

type Props = { params: Promise<{ listingId: string }>; searchParams: SearchParams }

export default async function OwnListingPage({ params, searchParams }: Props) {
  const t = await getWords()
  const actor = await requireActor('CONTRACTOR')
  const { listingId } = await params
  const [listing] = await listOwnListings(actor, listingId)
  if (!listing) notFound()
  const { cover: saved, done } = await searchParams
  const cover = firstOf(saved)
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[{ href: '/listings/own', label: t('work.yourListings') }]}
            current={listing.title}
          />
        }
        title={listing.title}
        actions={<ListingStatusBadge status={listing.status} />}
      />
      <Done done={firstOf(done)} listing={listing} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <TitledCard title={t('work.whatItSays')}>
          <ActionForm action={editListingAction} hidden={{ listingId, currency: listing.currency }}>
            <ListingFields currency={listing.currency} values={{ ...listing, amount: toDecimal(listing) }} />
            <SubmitButton className="justify-self-start" variant="secondary" pending={t('work.saving')}>
              {t('work.saveChanges')}
            </SubmitButton>
          </ActionForm>
        </TitledCard>
        <div className="grid grid-cols-1 gap-6">
          <TitledCard title={t('work.whoSeesIt')}>
            <Visibility listing={listing} />
          </TitledCard>
          <TitledCard title={t('work.picture')}>
            <CoverForm
              listingId={listingId}
              coverUrl={listing.coverUrl}
              isSaved={cover === 'saved'}
              refusal={isCoverError(cover) ? t.say(COVER_ERRORS[cover].message) : null}
            />
          </TitledCard>
        </div>
      </div>
    </>
  )
}

/** What was done with the listing last, as long as that is still so. */
function Done({ done, listing }: { done: string | undefined; listing: OwnListing }) {
  const t = useWords()
  const isPublished = listing.status === 'published'
  if (done === 'unpublished' && !isPublished) {
    return (
      <UndoNotice action={undoUnpublishAction} hidden={{ listingId: listing.id }}>
        {t('work.listingUnpublished')}
      </UndoNotice>
    )
  }
  return done === 'published-again' && isPublished ? (
    <Alert tone="success" role="status" className="mb-6">
      {t('undo.published')}
    </Alert>
  ) : null
}

function Visibility({ listing }: { listing: OwnListing }) {
  const t = useWords()
  const isPublished = listing.status === 'published'
  return (
    <div className="grid gap-4">
      <p>{t.say(LISTING_STATUS_WORDS[listing.status].meaning)}</p>
      <ActionForm
        key={listing.status}
        action={isPublished ? unpublishListingAction : publishListingAction}
        hidden={{ listingId: listing.id }}
      >
        <SubmitButton
          variant={isPublished ? 'secondary' : 'primary'}
          className="justify-self-start"
          pending={isPublished ? t('work.unpublishing') : t('work.publishing')}
        >
          {isPublished ? t('work.unpublishIt') : t('work.publishIt')}
        </SubmitButton>
      </ActionForm>
    </div>
  )
}
