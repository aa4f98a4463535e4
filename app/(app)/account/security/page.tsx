import type { Metadata } from 'next'
import { PasswordForm } from '#components/account/password-form.tsx'
import { SessionList } from '#components/account/session-list.tsx'
import { firstOf, type SearchParams } from '#components/orders/address.ts'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { requireActor } from '#lib/users/require-actor.ts'
import { listSessions } from '#lib/users/session-queries.ts'
import { changePasswordAction, endOtherSessionsAction, endSessionAction } from './actions.ts'

export const metadata: Metadata = { title: 'Security' }

const DONE: Record<string, string> = {
  password: 'Your password is changed, and every other device is signed out.',
  session: 'That device is signed out.',
  sessions: 'Every other device is signed out.',
}

export default async function SecurityPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor()
  const sessions = await listSessions(actor)
  const said = DONE[firstOf((await searchParams).done) ?? '']
  return (
    <>
      <PageHeader title="Security" description="Your password, and where you are signed in." />
      {said ? (
        <Alert tone="success" role="status" className="mb-6 max-w-3xl">
          {said}
        </Alert>
      ) : null}
      <div className="grid max-w-3xl gap-6">
        <TitledCard title="Where you are signed in">
          <SessionList
            sessions={sessions}
            endSession={endSessionAction}
            endOtherSessions={endOtherSessionsAction}
          />
        </TitledCard>
        <TitledCard title="Password">
          <PasswordForm action={changePasswordAction} />
        </TitledCard>
      </div>
    </>
  )
}
