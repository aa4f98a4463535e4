import { MessageSquareWarning } from 'lucide-react'
import type { Metadata } from 'next'
import { ObjectionList } from '#components/objections/objection-list.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { may } from '#lib/access/model.ts'
import { getWords } from '#lib/i18n/request.ts'
import { listObjections } from '#lib/objections/queries.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'
import { answerObjectionAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())('shell.objections') }
}

export default async function ObjectionsPage() {
  const actor = await requireAdmin('/admin/objections')
  const t = await getWords()
  const objections = await listObjections(actor, { isOpen: true })
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[{ href: '/admin/attention', label: t('attention.title') }]}
            current={t('shell.objections')}
          />
        }
        title={t('shell.objections')}
        description={t('adminOrders.objectionsIntro')}
      />
      <Card className="max-w-3xl">
        {objections.length === 0 ? (
          <EmptyState icon={MessageSquareWarning} title={t('adminOrders.noObjection')} />
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
