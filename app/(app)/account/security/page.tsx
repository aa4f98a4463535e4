import type { Metadata } from 'next'
import { PasswordForm } from '#components/account/password-form.tsx'
import { SessionList } from '#components/account/session-list.tsx'
import { firstOf, type SearchParams } from '#components/orders/address.ts'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { listSessions } from '#lib/users/session-queries.ts'
import { changePasswordAction, endOtherSessionsAction, endSessionAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('people.security') }
}

const DONE: Record<string, string> = {
  password: 'people.passwordChanged',
  session: 'people.deviceSignedOut',
  sessions: 'people.devicesSignedOut',
}

export default async function SecurityPage({ searchParams }: { searchParams: SearchParams }) {
  const t = await getWords()
  const actor = await requireActor()
  const sessions = await listSessions(actor)
  const said = DONE[firstOf((await searchParams).done) ?? '']
  return (
    <>
      <PageHeader title={t('people.security')} description={t('people.yourPasswordAndWhereYou')} />
      {said ? (
        <Alert tone="success" role="status" className="mb-6 max-w-3xl">
          {t.say(said)}
        </Alert>
      ) : null}
      <div className="grid max-w-3xl gap-6">
        <TitledCard title={t('people.whereYouAreSignedIn')}>
          <SessionList
            sessions={sessions}
            endSession={endSessionAction}
            endOtherSessions={endOtherSessionsAction}
          />
        </TitledCard>
        <TitledCard title={t('people.password')}>
          <PasswordForm action={changePasswordAction} />
        </TitledCard>
      </div>
    </>
  )
}
