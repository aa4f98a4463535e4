import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { MakeOfferForm } from '#components/offers/make-offer-form.tsx'
import { OfferStatusBadge } from '#components/offers/offer-status-badge.tsx'
import { OfferTerms } from '#components/offers/offer-terms.tsx'
import { firstOf, type SearchParams } from '#components/orders/address.ts'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { UndoNotice } from '#components/ui/undo-notice.tsx'
import { isCurrency } from '#lib/currencies.ts'
import { getWords } from '#lib/i18n/request.ts'
import { formatMoney } from '#lib/money.ts'
import { OFFER_STATUS_WORDS, type OfferView } from '#lib/offers/model.ts'
import { getOffer } from '#lib/offers/queries.ts'
import { currencyOf } from '#lib/onboarding/queries.ts'
import { commissionFor } from '#lib/orders/commission.ts'
import type { Actor } from '#lib/users/model.ts'
import { personName } from '#lib/users/person-name-model.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { useWords } from '#words'
import { acceptOfferAction, declineOfferAction, makeOfferAction, reopenOfferAction } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('work.offer') }
}

type Props = { params: Promise<{ offerId: string }>; searchParams: SearchParams }

export default async function OfferPage({ params, searchParams }: Props) {
  const t = await getWords()
  const actor = await requireActor(['EMPLOYER', 'CONTRACTOR'])
  const offer = await getOffer(actor, (await params).offerId)
  if (!offer) notFound()
  const isEmployer = actor.role === 'EMPLOYER'
  const other = isEmployer ? offer.contractor : offer.employer
  const { terms, status } = offer
  const done = firstOf((await searchParams).done)
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[{ href: '/offers', label: t('work.offers') }]}
            current={personName(t, other.displayName)}
          />
        }
        title={
          isEmployer
            ? t('work.askedOfDisplayname', { displayName: personName(t, other.displayName) })
            : t('work.askedByDisplayname', { displayName: personName(t, other.displayName) })
        }
        description={t.say(OFFER_STATUS_WORDS[status][isEmployer ? 'employer' : 'contractor'])}
        actions={<OfferStatusBadge status={status} />}
      />
      <Done done={done} offer={offer} actor={actor} />
      <div className="grid max-w-3xl grid-cols-1 gap-6">
        <TitledCard title={t('work.whatIsAskedFor')}>
          <p className="whitespace-pre-line break-words">{offer.brief}</p>
        </TitledCard>
        {terms ? (
          <TitledCard title={t('work.theOffer')}>
            <OfferTerms
              terms={terms}
              rate={await commissionFor({ contractorId: offer.contractor.userId, currency: terms.currency })}
              isEmployer={isEmployer}
            />
          </TitledCard>
        ) : null}
        {isEmployer ? <EmployerSteps offer={offer} /> : <ContractorSteps actor={actor} offer={offer} />}
      </div>
    </>
  )
}

/** What the reader did with the offer last, as long as that is still so. */
function Done({ done, offer, actor }: { done: string | undefined; offer: OfferView; actor: Actor }) {
  const t = useWords()
  if (done === 'declined' && offer.status === 'declined' && offer.declinedById === actor.userId) {
    return (
      <UndoNotice action={reopenOfferAction} hidden={{ offerId: offer.id }}>
        {t('work.declinedTheOtherSideHas')}
      </UndoNotice>
    )
  }
  return done === 'reopened' && (offer.status === 'requested' || offer.status === 'offered') ? (
    <Alert tone="success" role="status" className="mb-6">
      {t('undo.reopened')}
    </Alert>
  ) : null
}

function Decline({ offerId }: { offerId: string }) {
  const t = useWords()
  return (
    <ActionForm action={declineOfferAction} hidden={{ offerId }}>
      <SubmitButton variant="ghost" pending={t('work.declining')} className="justify-self-start">
        {t('work.decline')}
      </SubmitButton>
    </ActionForm>
  )
}

function EmployerSteps({ offer }: { offer: OfferView }) {
  const t = useWords()
  const { id: offerId, status, terms, orderId } = offer
  if (orderId) return <LinkButton href={`/orders/${orderId}`}>{t('work.goToTheOrder')}</LinkButton>
  if (status === 'declined') return null
  return (
    <div className="flex flex-wrap items-start gap-3">
      {terms && (status === 'offered' || status === 'accepted') ? (
        <ActionForm
          keep
          action={acceptOfferAction}
          hidden={{ offerId, version: terms.offeredAt.toISOString() }}
        >
          <SubmitButton pending={t('work.accepting')}>
            {t('work.acceptForAmount', { amount: formatMoney(terms, t.locale) })}
          </SubmitButton>
        </ActionForm>
      ) : null}
      {status === 'accepted' ? null : <Decline offerId={offerId} />}
    </div>
  )
}

async function ContractorSteps({ actor, offer }: { actor: Actor; offer: OfferView }) {
  const t = await getWords()
  const { id: offerId, status, terms, orderId } = offer
  if (orderId) return <LinkButton href={`/orders/${orderId}`}>{t('work.goToTheOrder')}</LinkButton>
  if (status === 'declined' || status === 'accepted') return null
  const currency = await currencyOf(actor)
  if (!currency || !isCurrency(currency)) return null
  return (
    <>
      <TitledCard title={terms ? t('work.changeIt') : t('work.yourOffer')}>
        <MakeOfferForm offerId={offerId} currency={currency} terms={terms} action={makeOfferAction} />
      </TitledCard>
      <Decline offerId={offerId} />
    </>
  )
}
