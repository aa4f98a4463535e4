import type { Metadata } from 'next'
import { FindingList } from '#components/admin/finding-list.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { examineFor } from '#lib/doctor/examine.ts'
import { worstOf } from '#lib/doctor/model.ts'
import { getWords } from '#lib/i18n/request.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'
import { HANDLERS } from '#lib/webhooks/handlers.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())('doctor.title') }
}

export default async function DoctorPage() {
  const actor = await requireAdmin('/admin/doctor')
  const [t, findings] = await Promise.all([getWords(), examineFor(actor, Object.keys(HANDLERS))])
  return (
    <>
      <PageHeader title={t('doctor.title')} description={t(`doctor.whole_${worstOf(findings)}`)} />
      <Card>
        <CardContent className="pt-5 sm:pt-6">
          <FindingList findings={findings} />
        </CardContent>
      </Card>
    </>
  )
}
