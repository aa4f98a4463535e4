import type { Metadata } from 'next'
import { TeamList } from '#components/admin/team-list.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { listTeam } from '#lib/users/queries.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'
import { changeAdminRoleAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('console.teamTitle') }
}

export default async function TeamPage() {
  const actor = await requireAdmin('/admin/team')
  const t = await getWords()
  return (
    <>
      <PageHeader title={t('console.teamTitle')} description={t('console.teamIntro')} />
      <Card className="max-w-3xl">
        <CardContent>
          <TeamList team={await listTeam(actor)} self={actor.userId} action={changeAdminRoleAction} />
        </CardContent>
      </Card>
    </>
  )
}
