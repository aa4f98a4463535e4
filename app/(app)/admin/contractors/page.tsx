import { UsersRound } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { standingWords } from '#components/admin/standing-words.ts'
import { addressOf, firstOf, readTrail, type SearchParams } from '#components/orders/address.ts'
import { SearchForm } from '#components/orders/search-form.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { type ContractorSummary, listContractors } from '#lib/onboarding/queries.ts'
import { personName } from '#lib/users/person-name-model.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'
import { useWords } from '#words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())('contractors.all') }
}

const PATH = '/admin/contractors'

export default async function AdminContractorsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdmin('/admin/contractors')
  const t = await getWords()
  const { q: typed, cursor } = await searchParams
  const q = firstOf(typed)?.trim().slice(0, 120)
  const trail = readTrail(firstOf(cursor))
  const { contractors, nextCursor } = await listContractors(actor, { q, cursor: trail.current })
  const page = (next: string) => addressOf(PATH, { q, cursor: next })
  return (
    <>
      <PageHeader title={t('contractors.all')} description={t('contractors.allIntro')} />
      <div className="grid gap-4">
        <SearchForm
          path={PATH}
          label={t('contractors.search')}
          placeholder={t('contractors.searchHint')}
          q={q}
        />
        <Card>
          {contractors.length === 0 ? (
            <EmptyState
              icon={UsersRound}
              title={t(q ? 'contractors.nobodyMatches' : 'contractors.noneYet')}
              action={
                q ? (
                  <LinkButton href={PATH} variant="secondary">
                    {t('contractors.showEverybody')}
                  </LinkButton>
                ) : null
              }
            />
          ) : (
            <ul aria-label={t('contractors.contractors')} className="divide-y">
              {contractors.map(contractor => (
                <ContractorRow key={contractor.userId} contractor={contractor} />
              ))}
            </ul>
          )}
        </Card>
      </div>
      <Pagination
        label={t('contractors.pages')}
        previous={trail.previous === null ? undefined : page(trail.previous)}
        next={nextCursor ? page(trail.next(nextCursor)) : undefined}
      />
    </>
  )
}

function ContractorRow({ contractor }: { contractor: ContractorSummary }) {
  const t = useWords()
  const { label, tone } = standingWords(contractor.standing)
  return (
    <li>
      <Link
        prefetch={false}
        href={`${PATH}/${contractor.userId}`}
        className="-outline-offset-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-3.5 transition-colors hover:bg-muted/60 sm:px-6"
      >
        <span className="min-w-0">
          <span className="block truncate font-medium">{personName(t, contractor.displayName)}</span>
          <span className="block truncate text-muted-foreground">{contractor.email}</span>
        </span>
        <Badge tone={tone} dot>
          {t(label)}
        </Badge>
      </Link>
    </li>
  )
}
