import { MessageSquareWarning } from 'lucide-react'
import type { Metadata } from 'next'
import { ObjectionList } from '#components/objections/objection-list.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { may } from '#lib/access/model.ts'
import { listObjections } from '#lib/objections/queries.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'
import { answerObjectionAction } from './actions.ts'

export const metadata: Metadata = { title: 'Objections' }

export default async function ObjectionsPage() {
  const actor = await requireAdmin('/admin/objections')
  const objections = await listObjections(actor, { isOpen: true })
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs above={[{ href: '/admin/attention', label: 'Needs you' }]} current="Objections" />
        }
        title="Objections"
        description="What contractors say against recoveries, oldest first. Those that are answered are on the contractor’s page."
      />
      <Card className="max-w-3xl">
        {objections.length === 0 ? (
          <EmptyState icon={MessageSquareWarning} title="No objection waits for an answer" />
        ) : (
          <CardContent>
            <ObjectionList
              objections={objections}
              action={may(actor, 'decide') ? answerObjectionAction : null}
            />
          </CardContent>
        )}
      </Card>
    </>
  )
}
