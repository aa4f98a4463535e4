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
import { requireAdmin } from '#lib/users/require-admin.ts'
import { decideApprovalAction, withdrawApprovalAction } from './actions.ts'

export const metadata: Metadata = { title: 'Approvals' }

const PATH = '/admin/approvals'
const OVER = `${PATH}?over=1`
const TABS = [
  { href: PATH, label: 'Waiting' },
  { href: OVER, label: 'Over' },
]

export default async function ApprovalsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdmin('/admin/approvals')
  const { over, done } = await searchParams
  const isOver = firstOf(over) === '1'
  const approvals = await listApprovals(actor, { isOver })
  return (
    <>
      <PageHeader
        title="Approvals"
        description="Refunds and recoveries that are more than one admin may move alone. Another one decides; after three days a request expires."
      />
      <Decided done={firstOf(done)} />
      <div className="grid max-w-3xl grid-cols-1 gap-4">
        <TabLinks label="Filter by state" tabs={TABS} current={isOver ? OVER : PATH} />
        <Card>
          {approvals.length === 0 ? (
            <EmptyState
              icon={UserRoundCheck}
              title={isOver ? 'Nothing was asked for yet' : 'Nothing waits'}
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
  if (done === 'approve') {
    return (
      <Outcome tone="success" title="Approved">
        It is under way at Stripe, or done. How it stands is on the order’s or the contractor’s page.
      </Outcome>
    )
  }
  if (done !== 'decline') return null
  return (
    <Outcome tone="neutral" title="Declined">
      Nothing moves.
    </Outcome>
  )
}
