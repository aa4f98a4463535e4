import type { Metadata } from 'next'
import { TeamList } from '#components/admin/team-list.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { listTeam } from '#lib/users/queries.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'
import { changeAdminRoleAction } from './actions.ts'

export const metadata: Metadata = { title: 'Team' }

export default async function TeamPage() {
  const actor = await requireAdmin('/admin/team')
  return (
    <>
      <PageHeader
        title="Team"
        description="Who is an admin, and what each may do. A new admin is made on the server: npm run admin:create."
      />
      <Card className="max-w-3xl">
        <CardContent>
          <TeamList team={await listTeam(actor)} self={actor.userId} action={changeAdminRoleAction} />
        </CardContent>
      </Card>
    </>
  )
}
