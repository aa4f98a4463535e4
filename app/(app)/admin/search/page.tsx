import { SearchX } from 'lucide-react'
import type { Metadata } from 'next'
import { RecordTable } from '#components/admin/record-table.tsx'
import { firstOf, type SearchParams } from '#components/orders/address.ts'
import { SearchForm } from '#components/orders/search-form.tsx'
import { Card, CardHeader, CardTitle } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { SEARCH_SHOWN } from '#lib/records/model.ts'
import { searchRecords } from '#lib/records/search-records.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('lists.searchTitle') }
}

export default async function SearchPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdmin('/admin/search')
  const t = await getWords()
  const q =
    firstOf((await searchParams).q)
      ?.trim()
      .slice(0, 254) ?? ''
  const found = await searchRecords(actor, q)
  return (
    <>
      <PageHeader title={t('lists.searchTitle')} description={t('lists.searchIntro')} />
      <div className="grid grid-cols-1 gap-6">
        <SearchForm path="/admin/search" label={t('lists.searchLabel')} placeholder="#1234" q={q} />
        {found.length === 0 ? (
          <Card>
            <EmptyState icon={SearchX} title={t(q.length < 2 ? 'lists.typeSomething' : 'lists.found')} />
          </Card>
        ) : (
          found.map(({ list, records }) => (
            <Card key={list} className="overflow-hidden">
              <CardHeader>
                <CardTitle>{t(`lists.${list}`)}</CardTitle>
              </CardHeader>
              <div className="pt-3">
                <RecordTable list={list} records={records} />
              </div>
              {records.length === SEARCH_SHOWN ? (
                <p className="px-4 py-3 text-muted-foreground text-sm">
                  {t('lists.foundFirst', { count: records.length })}
                </p>
              ) : null}
            </Card>
          ))
        )}
      </div>
    </>
  )
}
