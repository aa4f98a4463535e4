import { UsersRound } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { firstOf, type SearchParams } from '#components/orders/address.ts'
import { SearchForm } from '#components/orders/search-form.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { listPayableContractors } from '#lib/onboarding/queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { useWords } from '#words'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('checkout.contractors') }
}

export default async function ContractorsPage({ searchParams }: { searchParams: SearchParams }) {
  const t = await getWords()
  const countries = new Intl.DisplayNames(t.locale, { type: 'region' })
  const actor = await requireActor('EMPLOYER')
  const q = firstOf((await searchParams).q)
    ?.trim()
    .slice(0, 120)
  const contractors = await listPayableContractors(actor, { q })
  return (
    <>
      <PageHeader title={t('checkout.contractors')} description={t('checkout.everybodyHereIsVerifiedBy')} />
      <div className="grid gap-4">
        <SearchForm
          path="/contractors"
          label={t('checkout.searchContractors')}
          placeholder={t('checkout.nameOrWhatTheyDo')}
          q={q}
        />
        <Card>
          {contractors.length === 0 ? (
            <NoContractors q={q} />
          ) : (
            <ul aria-label={t('checkout.contractors')} className="divide-y">
              {contractors.map(({ userId, displayName, headline, country, currency }) => (
                <li key={userId} className="flex flex-wrap items-center gap-x-6 gap-y-3 px-5 py-4 sm:px-6">
                  <div className="min-w-0 flex-1 basis-60">
                    <h2 className="font-medium">
                      <Link
                        prefetch={false}
                        href={`/contractors/${userId}`}
                        className="underline decoration-primary/40 underline-offset-4 hover:decoration-primary"
                      >
                        {displayName}
                      </Link>
                    </h2>
                    {headline ? <p>{headline}</p> : null}
                    <p className="text-muted-foreground">
                      {t('checkout.valuePaidInCurrency', {
                        country: countries.of(country) ?? country,
                        currency: currency.toUpperCase(),
                      })}
                    </p>
                  </div>
                  <LinkButton
                    href={`/contractors/${userId}/order`}
                    variant="secondary"
                    aria-label={t('checkout.orderFromDisplayname', { displayName })}
                  >
                    {t('checkout.order')}
                  </LinkButton>
                </li>
              ))}
            </ul>
          )}
        </Card>
      </div>
    </>
  )
}

function NoContractors({ q }: { q: string | undefined }) {
  const t = useWords()
  return q ? (
    <EmptyState
      icon={UsersRound}
      title={t('checkout.nobodyMatchesQ', { q })}
      action={
        <LinkButton href="/contractors" variant="secondary">
          {t('checkout.showEverybody')}
        </LinkButton>
      }
    />
  ) : (
    <EmptyState icon={UsersRound} title={t('checkout.nobodyCanBeOrderedFrom')}>
      {t('checkout.contractorsAppearHereAsSoon')}
    </EmptyState>
  )
}
