import type { Metadata } from 'next'
import { AccountTabs } from '#components/account/account-tabs.tsx'
import { PasswordForm } from '#components/account/password-form.tsx'
import { SecondFactorCard } from '#components/account/second-factor-card.tsx'
import { SessionList } from '#components/account/session-list.tsx'
import { firstOf, type SearchParams } from '#components/orders/address.ts'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import type { MessageKey } from '#lib/i18n/messages.ts'
import { getWords } from '#lib/i18n/request.ts'
import { getSecondFactor } from '#lib/second-factor/queries.ts'
import { requirePerson } from '#lib/users/require-actor.ts'
import { listSessions } from '#lib/users/session-queries.ts'
import { changePasswordAction, endOtherSessionsAction, endSessionAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())('ownAccount.security') }
}

const DONE: Record<string, MessageKey> = {
  password: 'ownAccount.passwordChanged',
  'two-factor-off': 'ownAccount.twoFactorIsOff',
  session: 'ownAccount.deviceOut',
  sessions: 'ownAccount.othersOut',
}

export default async function SecurityPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requirePerson()
  const [sessions, factor] = await Promise.all([listSessions(actor), getSecondFactor(actor)])
  const t = await getWords()
  const said = DONE[firstOf((await searchParams).done) ?? '']
  return (
    <>
      <AccountTabs current="/account/security" />
      <PageHeader title={t('ownAccount.security')} description={t('ownAccount.securityHint')} />
      {said ? (
        <Alert tone="success" role="status" className="mb-6 max-w-3xl">
          {t(said)}
        </Alert>
      ) : null}
      <div className="grid max-w-3xl gap-6">
        <TitledCard title={t('ownAccount.signedInWhere')}>
          <SessionList
            sessions={sessions}
            endSession={endSessionAction}
            endOtherSessions={endOtherSessionsAction}
          />
        </TitledCard>
        <TitledCard title={t('ownAccount.twoFactor')}>
          <SecondFactorCard factor={factor} isAdmin={actor.role === 'ADMIN'} />
        </TitledCard>
        <TitledCard title={t('ownAccount.password')}>
          <PasswordForm action={changePasswordAction} />
        </TitledCard>
      </div>
    </>
  )
}
