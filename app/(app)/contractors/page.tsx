import { UsersRound } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { firstOf, type SearchParams } from '#components/orders/address.ts'
import { SearchForm } from '#components/orders/search-form.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { listPayableContractors } from '#lib/onboarding/queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'

export const metadata: Metadata = { title: 'Contractors' }

const COUNTRIES = new Intl.DisplayNames('en', { type: 'region' })

export default async function ContractorsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor('EMPLOYER')
  const q = firstOf((await searchParams).q)
    ?.trim()
    .slice(0, 120)
  const contractors = await listPayableContractors(actor, { q })
  return (
    <>
      <PageHeader
        title="Contractors"
        description="Everybody here is verified by Stripe and can be paid. Choose one to order work."
      />
      <div className="grid gap-4">
        <SearchForm path="/contractors" label="Search contractors" placeholder="Name or what they do" q={q} />
        <Card>
          {contractors.length === 0 ? (
            <NoContractors q={q} />
          ) : (
            <ul aria-label="Contractors" className="divide-y">
              {contractors.map(({ userId, displayName, headline, country, currency }) => (
                <li key={userId} className="flex flex-wrap items-center gap-x-6 gap-y-3 px-5 py-4 sm:px-6">
                  <div className="min-w-0 flex-1 basis-60">
                    <h2 className="font-medium">
                      <Link
                        href={`/contractors/${userId}`}
                        className="underline decoration-primary/40 underline-offset-4 hover:decoration-primary"
                      >
                        {displayName}
                      </Link>
                    </h2>
                    {headline ? <p>{headline}</p> : null}
                    <p className="text-muted-foreground">
                      {COUNTRIES.of(country) ?? country} · paid in {currency.toUpperCase()}
                    </p>
                  </div>
                  <LinkButton
                    href={`/contractors/${userId}/order`}
                    variant="secondary"
                    aria-label={`Order from ${displayName}`}
                  >
                    Order
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
  return q ? (
    <EmptyState
      icon={UsersRound}
      title={`Nobody matches “${q}”`}
      action={
        <LinkButton href="/contractors" variant="secondary">
          Show everybody
        </LinkButton>
      }
    />
  ) : (
    <EmptyState icon={UsersRound} title="Nobody can be ordered from yet">
      Contractors appear here as soon as Stripe has verified them.
    </EmptyState>
  )
}
