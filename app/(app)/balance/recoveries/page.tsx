import { Undo2 } from 'lucide-react'
import type { Metadata } from 'next'
import { DebtNotice } from '#components/balance/debt-notice.tsx'
import { OwnRecoveryList } from '#components/objections/own-recovery-list.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { listOwnRecoveries } from '#lib/objections/queries.ts'
import { listDebts } from '#lib/recoveries/queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { objectAction } from './actions.ts'

export const metadata: Metadata = { title: 'Recoveries' }

export default async function RecoveriesPage() {
  const actor = await requireActor('CONTRACTOR')
  const [recoveries, debts] = await Promise.all([listOwnRecoveries(actor), listDebts(actor, actor.userId)])
  return (
    <>
      <PageHeader
        above={<Breadcrumbs above={[{ href: '/balance', label: 'Balance' }]} current="Recoveries" />}
        title="Recoveries"
        description="What Holdfast has taken back from you beside refunds: why, for which order, and by which terms. If it is wrong, object."
      />
      <div className="grid max-w-3xl grid-cols-1 gap-6">
        <DebtNotice debts={debts} reader="CONTRACTOR" />
        <Card>
          {recoveries.length === 0 ? (
            <EmptyState icon={Undo2} title="Nothing was taken back">
              If that happens, you are told, and it is here with its reason.
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
