import type { Metadata } from 'next'
import { AccountTabs } from '#components/account/account-tabs.tsx'
import { ExportForm } from '#components/account/export-form.tsx'
import { LeaveForm } from '#components/account/leave-form.tsx'
import { firstOf, type SearchParams } from '#components/orders/address.ts'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { isExportError, LEAVE_ERRORS } from '#lib/leaving/model.ts'
import { listObstacles } from '#lib/leaving/obstacles.ts'
import { requirePerson } from '#lib/users/require-actor.ts'
import { deleteAccountAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())('leaving.title') }
}

export default async function LeavePage({ searchParams }: { searchParams: SearchParams }) {
  const t = await getWords()
  const obstacles = await listObstacles(await requirePerson())
  const refused = firstOf((await searchParams).export)
  return (
    <>
      <AccountTabs current="/account/leave" />
      <PageHeader title={t('leaving.title')} description={t('leaving.description')} />
      <div className="grid max-w-3xl gap-6">
        <TitledCard title={t('leaving.export')}>
          <ExportForm refusal={isExportError(refused) ? t.say(LEAVE_ERRORS[refused].message) : null} />
        </TitledCard>
        <TitledCard title={t('leaving.delete')}>
          <LeaveForm obstacles={obstacles} action={deleteAccountAction} />
        </TitledCard>
      </div>
    </>
  )
}
