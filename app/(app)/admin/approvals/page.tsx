import { UserRoundCheck } from 'lucide-react'
import type { Metadata } from 'next'
import { ApprovalList } from '#components/admin/approval-list.tsx'
import { Outcome } from '#components/admin/outcome.tsx'
import { firstOf, type SearchParams } from '#components/orders/address.ts'
import { Card, CardContent } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { TabLinks } from '#components/ui/tab-links.tsx'
import { may } from '#lib/access/model.ts'
import { listApprovals } from '#lib/approvals/queries.ts'
import { getWords } from '#lib/i18n/request.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'
import { useWords } from '#words'
import { decideApprovalAction, withdrawApprovalAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('console.approvalsTitle') }
}

const PATH = '/admin/approvals'
const OVER = `${PATH}?over=1`

export default async function ApprovalsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdmin('/admin/approvals')
  const { over, done } = await searchParams
  const isOver = firstOf(over) === '1'
  const approvals = await listApprovals(actor, { isOver })
  const t = await getWords()
  const tabs = [
    { href: PATH, label: t('console.waiting') },
    { href: OVER, label: t('console.over') },
  ]
  return (
    <>
      <PageHeader title={t('console.approvalsTitle')} description={t('console.approvalsIntro')} />
      <Decided done={firstOf(done)} />
      <div className="grid max-w-3xl grid-cols-1 gap-4">
        <TabLinks label={t('console.filterByState')} tabs={tabs} current={isOver ? OVER : PATH} />
        <Card>
          {approvals.length === 0 ? (
            <EmptyState
              icon={UserRoundCheck}
              title={t(isOver ? 'console.nothingAsked' : 'console.nothingWaits')}
            />
          ) : (
            <CardContent>
              <ApprovalList
                approvals={approvals}
                decide={may(actor, 'approve') ? decideApprovalAction : null}
                withdraw={withdrawApprovalAction}
              />
            </CardContent>
          )}
        </Card>
      </div>
    </>
  )
}

function Decided({ done }: { done: string | undefined }) {
  const t = useWords()
  if (done === 'approve') {
    return (
      <Outcome tone="success" title={t('console.approved')}>
        {t('console.approvedMeaning')}
      </Outcome>
    )
  }
  if (done !== 'decline') return null
  return (
    <Outcome tone="neutral" title={t('console.declined')}>
      {t('console.nothingMoves')}
    </Outcome>
  )
}
