import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Cover } from '#components/listings/cover.tsx'
import { daysWords } from '#components/listings/days-words.ts'
import { addressOf } from '#components/orders/address.ts'
import { commissionWords } from '#components/orders/commission-words.ts'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import { TextareaField } from '#components/ui/form-fields.tsx'
import { Money } from '#components/ui/money.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { LISTING_CATEGORY_WORDS } from '#lib/catalogue/category-model.ts'
import type { ListingDetail } from '#lib/catalogue/model.ts'
import { getListing } from '#lib/catalogue/queries.ts'
import { getWords } from '#lib/i18n/request.ts'
import { commissionOf, formatMoney, toDecimal } from '#lib/money.ts'
import { commissionFor } from '#lib/orders/commission.ts'
import { requireActor } from '#lib/users/require-actor.ts'

import { placeOrderAction } from '../../contractors/[contractorId]/order/actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('work.listing') }
}

export default async function ListingPage({ params }: { params: Promise<{ listingId: string }> }) {
  const t = await getWords()
  const actor = await requireActor('EMPLOYER')
  const listing = await getListing(actor, (await params).listingId)
  if (!listing) notFound()
  const { contractor } = listing
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs above={[{ href: '/listings', label: t('work.listings') }]} current={listing.title} />
        }
        title={listing.title}
        description={
          <>
            {t('work.by')}{' '}
            <Link
              prefetch={false}
              href={`/contractors/${contractor.userId}`}
              className="text-primary underline underline-offset-4"
            >
              {contractor.displayName}
            </Link>
            {' · '}
            <Link
              prefetch={false}
              href={addressOf('/listings', { category: listing.category })}
              className="text-primary underline underline-offset-4"
            >
              {t(LISTING_CATEGORY_WORDS[listing.category])}
            </Link>
          </>
        }
      />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <Card>
          <CardContent className="grid gap-5">
            <Cover url={listing.coverUrl} eager />
            <p className="max-w-prose whitespace-pre-line break-words">{listing.description}</p>
          </CardContent>
        </Card>
        <TitledCard title={t('work.orderIt')}>
          <OrderForm listing={listing} />
        </TitledCard>
      </div>
    </>
  )
}

async function OrderForm({ listing }: { listing: ListingDetail }) {
  const t = await getWords()
  const { id: listingId, title, contractor, amount, currency, deliveryDays } = listing
  const rate = await commissionFor({ contractorId: contractor.userId, listingId, currency })
  const commission = commissionOf(listing, rate)
  return (
    <ActionForm
      action={placeOrderAction}
      hidden={{ listingId, contractorId: contractor.userId, title, currency, amount: toDecimal(listing) }}
    >
      <DescriptionList>
        <DescriptionItem term={t('work.totalHeldOnYourCard')} strong>
          <Money value={listing} />
        </DescriptionItem>
        <DescriptionItem
          term={t('work.ofItCommission')}
          hint={t('work.commissionwordsKeptByHoldfast', { rate: commissionWords(t, rate, currency) })}
        >
          <Money value={{ amount: commission, currency }} />
        </DescriptionItem>
        <DescriptionItem term={t('islands.nameReceives', { name: contractor.displayName })}>
          <Money value={{ amount: amount - commission, currency }} />
        </DescriptionItem>
        <DescriptionItem term={t('work.delivery')}>
          {t('work.dayswordsFromTheHoldOn', { days: daysWords(t, deliveryDays) })}
        </DescriptionItem>
      </DescriptionList>
      <TextareaField
        name="description"
        label={t('work.whatDoesDisplaynameNeedTo', { displayName: contractor.displayName })}
        hint={t('work.yourOwnCaseTextsSizes')}
        maxLength={4000}
      />
      <div className="grid gap-2">
        <SubmitButton pending={t('work.placingTheOrder')}>
          {t('work.orderForAmount', { amount: formatMoney(listing, t.locale) })}
        </SubmitButton>
        <p className="text-muted-foreground text-sm">{t('work.nothingIsHeldYetYou')}</p>
      </div>
    </ActionForm>
  )
}
