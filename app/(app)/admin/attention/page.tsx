import { CircleCheck } from 'lucide-react'
import type { Metadata } from 'next'
import { AttentionList } from '#components/attention/attention-list.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { listAttention } from '#lib/attention/queries.ts'
import { getWords } from '#lib/i18n/request.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'
import { nameMails } from './name-mails.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())('attention.title') }
}

export default async function AttentionPage() {
  const actor = await requireAdmin('/admin/attention')
  const t = await getWords()
  const groups = await listAttention(actor)
  return (
    <>
      <PageHeader title={t('attention.title')} description={t('attention.intro')} />
      {groups.length === 0 ? (
        <Card>
          <EmptyState icon={CircleCheck} title={t('attention.nothing')}>
            {t('attention.nothingText')}
          </EmptyState>
        </Card>
      ) : (
        <AttentionList groups={nameMails(t, groups)} />
      )}
    </>
  )
}
