import { CircleCheck } from 'lucide-react'
import type { Metadata } from 'next'
import { AttentionList } from '#components/attention/attention-list.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { listAttention } from '#lib/attention/queries.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'

export const metadata: Metadata = { title: 'Needs you' }

export default async function AttentionPage() {
  const actor = await requireAdmin('/admin/attention')
  const groups = await listAttention(actor)
  return (
    <>
      <PageHeader
        title="Needs you"
        description="What no rule and no retry settles by itself, the most pressing first."
      />
      {groups.length === 0 ? (
        <Card>
          <EmptyState icon={CircleCheck} title="Nothing waits for you">
            No dispute, no disagreement, no difference between ledger and Stripe, and nothing that failed.
          </EmptyState>
        </Card>
      ) : (
        <AttentionList groups={groups} />
      )}
    </>
  )
}
