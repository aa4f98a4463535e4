import { ListFilter } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RecordFilters } from '#components/admin/record-filters.tsx'
import { RecordTable } from '#components/admin/record-table.tsx'
import { SavedViews } from '#components/admin/saved-views.tsx'
import type { SearchParams } from '#components/orders/address.ts'
import { neighbours, readListAddress } from '#components/orders/list-address.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { TabLinks } from '#components/ui/tab-links.tsx'
import { may } from '#lib/access/model.ts'
import { getWords } from '#lib/i18n/request.ts'
import { listRecords } from '#lib/records/list-records.ts'
import { isListName, LIST_NAMES, listRecordsInput } from '#lib/records/model.ts'
import { listSavedViews } from '#lib/saved-views/queries.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'
import { removeViewAction, saveViewAction } from './actions.ts'

type Props = { params: Promise<{ list: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ list }, t] = [await params, await getWords()]
  return { title: isListName(list) ? t(`lists.${list}`) : t('lists.title') }
}

export default async function ListPage({ params, searchParams }: Props) {
  const actor = await requireAdmin('/admin/lists/[list]')
  const { list } = await params
  if (!isListName(list)) notFound()
  const t = await getWords()
  const path = `/admin/lists/${list}`
  const address = readListAddress(listRecordsInput, await searchParams)
  const [{ records, nextCursor }, views] = await Promise.all([
    listRecords(actor, list, address.input),
    listSavedViews(actor, list),
  ])
  const tabs = LIST_NAMES.map(name => ({ href: `/admin/lists/${name}`, label: t(`lists.${name}`) }))
  return (
    <>
      <PageHeader title={t(`lists.${list}`)} description={t('lists.intro')} />
      <div className="grid grid-cols-1 gap-4">
        <TabLinks label={t('lists.listsNav')} tabs={tabs} current={path} />
        <SavedViews
          {...{ list, path, views }}
          parameters={address.parameters}
          save={saveViewAction}
          remove={removeViewAction}
        />
        <RecordFilters list={list} path={path} address={address} mayExport={may(actor, 'export')} />
        <Card>
          {records.length === 0 ? (
            <EmptyState icon={ListFilter} title={t('lists.nothing')} />
          ) : (
            <RecordTable list={list} records={records} />
          )}
        </Card>
      </div>
      <Pagination label={t('lists.pages')} {...neighbours(path, address, nextCursor)} />
    </>
  )
}
