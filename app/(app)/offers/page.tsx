import { Handshake } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { OfferStatusBadge } from '#components/offers/offer-status-badge.tsx'
import { addressOf, firstOf, readTrail, type SearchParams } from '#components/orders/address.ts'
import { Moment } from '#components/orders/moment.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Money } from '#components/ui/money.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { getWords } from '#lib/i18n/request.ts'
import type { OfferView } from '#lib/offers/model.ts'
import { listOffers } from '#lib/offers/queries.ts'
import { personName } from '#lib/users/person-name-model.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { useWords } from '#words'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('work.offers') }
}

const PATH = '/offers'

export default async function OffersPage({ searchParams }: { searchParams: SearchParams }) {
  const t = await getWords()
  const actor = await requireActor(['EMPLOYER', 'CONTRACTOR'])
  const trail = readTrail(firstOf((await searchParams).cursor))
  const { offers, nextCursor } = await listOffers(actor, trail.current)
  const isEmployer = actor.role === 'EMPLOYER'
  const page = (cursor: string) => addressOf(PATH, { cursor })
  return (
    <>
      <PageHeader
        title={t('work.offers')}
        description={isEmployer ? t('work.whatYouAskedContractorsTo') : t('work.whatEmployersAskYouFor')}
        actions={
          isEmployer && offers.length > 0 ? (
            <LinkButton href="/contractors">{t('work.askForAnOffer')}</LinkButton>
          ) : null
        }
      />
      <Card>
        {offers.length === 0 ? (
          <NoOffers isEmployer={isEmployer} />
        ) : (
          <ul aria-label={t('work.offers')} className="divide-y">
            {offers.map(offer => (
              <OfferRow key={offer.id} offer={offer} isEmployer={isEmployer} />
            ))}
          </ul>
        )}
      </Card>
      <Pagination
        label={t('work.pagesOfOffers')}
        previous={trail.previous === null ? undefined : page(trail.previous)}
        next={nextCursor ? page(trail.next(nextCursor)) : undefined}
      />
    </>
  )
}

function OfferRow({ offer, isEmployer }: { offer: OfferView; isEmployer: boolean }) {
  const t = useWords()
  const { terms, brief } = offer
  return (
    <li>
      <Link
        prefetch={false}
        href={`${PATH}/${offer.id}`}
        className="-outline-offset-2 grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-4 py-3.5 transition-colors hover:bg-muted/60 sm:px-6"
      >
        <span className="min-w-0">
          <span className="block truncate font-medium">{terms?.title ?? brief}</span>
          <span className="block truncate text-muted-foreground">
            {personName(t, (isEmployer ? offer.contractor : offer.employer).displayName)} ·{' '}
            <Moment at={offer.createdAt} style="day" />
          </span>
        </span>
        <span className="grid justify-items-end gap-1">
          <OfferStatusBadge status={offer.status} />
          {terms ? <Money value={terms} className="font-medium" /> : null}
        </span>
      </Link>
    </li>
  )
}

function NoOffers({ isEmployer }: { isEmployer: boolean }) {
  const t = useWords()
  return isEmployer ? (
    <EmptyState
      icon={Handshake}
      title={t('work.noOffersYet')}
      action={<LinkButton href="/contractors">{t('work.chooseAContractor')}</LinkButton>}
    >
      {t('work.describeWhatYouNeedAnd')}
    </EmptyState>
  ) : (
    <EmptyState
      icon={Handshake}
      title={t('work.nobodyHasAskedYet')}
      action={
        <LinkButton href="/listings/own" variant="secondary">
          {t('work.yourListings')}
        </LinkButton>
      }
    >
      {t('work.employersCanAskYouTo')}
    </EmptyState>
  )
}
