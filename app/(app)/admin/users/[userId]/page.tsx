import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PausePayouts } from '#components/admin/pause-payouts.tsx'
import { Suspension } from '#components/admin/suspension.tsx'
import { UserFacts } from '#components/admin/user-facts.tsx'
import { addressOf } from '#components/orders/address.ts'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { StartViewing } from '#components/viewing/start-viewing.tsx'
import { may } from '#lib/access/model.ts'
import { getWords } from '#lib/i18n/request.ts'
import { getKnownUser } from '#lib/users/get-known-user.ts'
import { personName } from '#lib/users/person-name-model.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'
import { pausePayoutsAction, setSuspensionAction, startViewingAction } from './actions.ts'

type Props = { params: Promise<{ userId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('console.access') }
}

export default async function UserPage({ params }: Props) {
  const actor = await requireAdmin('/admin/users/[userId]')
  const user = await getKnownUser(actor, (await params).userId)
  if (!user) notFound()
  const t = await getWords()
  const { userId, email, payouts } = user
  const displayName = personName(t, user.displayName)
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[{ href: '/admin/lists/users', label: t('lists.users') }]}
            current={displayName}
          />
        }
        title={displayName}
        description={email}
        actions={
          <>
            {user.role === 'CONTRACTOR' ? (
              <LinkButton href={`/admin/contractors/${userId}`} variant="secondary" size="sm">
                {t('console.contractorPage')}
              </LinkButton>
            ) : null}
            <LinkButton href={addressOf('/admin/lists/orders', { q: userId })} variant="secondary" size="sm">
              {t('console.theirOrders')}
            </LinkButton>
            {may(actor, 'audit') ? (
              <LinkButton href={addressOf('/admin/audit', { who: userId })} variant="secondary" size="sm">
                {t('console.theirAudit')}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <div className="grid max-w-3xl grid-cols-1 gap-6">
        <TitledCard title={t('console.access')}>
          <div className="grid grid-cols-1 gap-6">
            <UserFacts user={user} />
            {may(actor, 'people') && userId !== actor.userId ? (
              <Suspension user={user} action={setSuspensionAction} />
            ) : null}
          </div>
        </TitledCard>
        {may(actor, 'impersonate') && user.role !== 'ADMIN' ? (
          <TitledCard title={t('viewing.start')}>
            <StartViewing userId={userId} action={startViewingAction} />
          </TitledCard>
        ) : null}
        {payouts ? (
          <TitledCard title={t('console.payouts')}>
            <PausePayouts
              userId={userId}
              payouts={payouts}
              action={may(actor, 'recover') ? pausePayoutsAction : null}
            />
          </TitledCard>
        ) : null}
      </div>
    </>
  )
}
