import { Undo2 } from 'lucide-react'
import type { Metadata } from 'next'
import { DebtNotice } from '#components/balance/debt-notice.tsx'
import { OwnRecoveryList } from '#components/objections/own-recovery-list.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { listOwnRecoveries } from '#lib/objections/queries.ts'
import { listDebts } from '#lib/recoveries/queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { objectAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('recoveries.recoveries') }
}

export default async function RecoveriesPage() {
  const t = await getWords()
  const actor = await requireActor('CONTRACTOR')
  const [recoveries, debts] = await Promise.all([listOwnRecoveries(actor), listDebts(actor, actor.userId)])
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[{ href: '/balance', label: t('shell.balance') }]}
            current={t('recoveries.recoveries')}
          />
        }
        title={t('recoveries.recoveries')}
        description={t('recoveries.intro')}
      />
      <div className="grid max-w-3xl grid-cols-1 gap-6">
        <DebtNotice debts={debts} reader="CONTRACTOR" />
        <Card>
          {recoveries.length === 0 ? (
            <EmptyState icon={Undo2} title={t('recoveries.nothingWasTaken')}>
              {t('recoveries.nothingWasTakenHint')}
            </EmptyState>
          ) : (
            <CardContent>
              <OwnRecoveryList recoveries={recoveries} action={objectAction} />
            </CardContent>
          )}
        </Card>
      </div>
    </>
  )
}
