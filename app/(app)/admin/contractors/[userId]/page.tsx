import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BalanceTable } from '#components/admin/balance-table.tsx'
import { Outcome } from '#components/admin/outcome.tsx'
import { RecoveryList } from '#components/admin/recovery-list.tsx'
import { RecoverySection } from '#components/admin/recovery-section.tsx'
import { standingWords } from '#components/admin/standing-words.ts'
import { failureWords, RECOVERY_STATUS_WORDS } from '#components/admin/status-words.ts'
import { Verification } from '#components/admin/verification.tsx'
import { DebtNotice } from '#components/balance/debt-notice.tsx'
import { PayoutList } from '#components/balance/payout-list.tsx'
import { ObjectionList } from '#components/objections/objection-list.tsx'
import { addressOf, firstOf, type SearchParams } from '#components/orders/address.ts'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { may } from '#lib/access/model.ts'
import { getWords } from '#lib/i18n/request.ts'
import { newRequestKey } from '#lib/ids.ts'
import { formatMoney } from '#lib/money.ts'
import { listObjections } from '#lib/objections/queries.ts'
import { getContractor } from '#lib/onboarding/queries.ts'
import { getContractorBalance, listPayouts } from '#lib/payouts/queries.ts'
import type { RecoveryView } from '#lib/recoveries/model.ts'
import { listDebts, listRecoveries } from '#lib/recoveries/queries.ts'
import type { Actor } from '#lib/users/model.ts'
import { personName } from '#lib/users/person-name-model.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'
import { useWords } from '#words'
import { OpenApprovals } from '../../approvals/open-approvals.tsx'
import { answerObjectionAction } from '../../objections/actions.ts'
import { recoverAction, undoRecoveryAction } from './actions.ts'
import { recoveryStep } from './recovery-step.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())('contractors.contractor') }
}

type Props = { params: Promise<{ userId: string }>; searchParams: SearchParams }

export default async function AdminContractorPage({ params, searchParams }: Props) {
  const actor = await requireAdmin('/admin/contractors/[userId]')
  const { userId } = await params
  const contractor = await getContractor(actor, userId)
  if (!contractor) notFound()
  const [recoveries, objections, payouts, parameters] = await Promise.all([
    listRecoveries(actor, { contractorId: userId }),
    listObjections(actor, { contractorId: userId }),
    listPayouts(actor, userId),
    searchParams,
  ])
  const t = await getWords()
  const name = personName(t, contractor.displayName)
  const standing = standingWords(contractor.onboarding?.standing ?? null)
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[{ href: '/admin/contractors', label: t('contractors.contractors') }]}
            current={name}
          />
        }
        title={name}
        description={contractor.email}
        actions={
          <>
            <Badge tone={standing.tone} dot>
              {t(standing.label)}
            </Badge>
            <LinkButton href={`/admin/users/${userId}`} variant="secondary" size="sm">
              {t('console.access')}
            </LinkButton>
            <LinkButton
              href={addressOf('/admin/orders', { q: contractor.email })}
              variant="secondary"
              size="sm"
            >
              {t('contractors.theirOrders')}
            </LinkButton>
          </>
        }
      />
      <JustRecovered recovery={recoveries.find(each => each.id === firstOf(parameters.recovered))} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="grid min-w-0 grid-cols-1 gap-6">
          <Balance actor={actor} contractorId={userId} />
          {contractor.stripeAccountId && may(actor, 'recover') ? (
            <Recovering actor={actor} contractor={contractor} parameters={parameters} />
          ) : null}
          <OpenApprovals actor={actor} of={{ contractorId: userId }} />
          <TitledCard title={t('moves.recoveries')} id="recoveries">
            <div className="grid gap-4">
              <DebtNotice debts={await listDebts(actor, userId)} reader="ADMIN" />
              <RecoveryList
                recoveries={recoveries}
                undo={may(actor, 'recover') ? undoRecoveryAction : null}
              />
            </div>
          </TitledCard>
          {objections.length > 0 ? (
            <TitledCard title={t('shell.objections')} id="objections">
              <ObjectionList
                objections={objections}
                action={may(actor, 'decide') ? answerObjectionAction : null}
              />
            </TitledCard>
          ) : null}
          <TitledCard title={t('lists.payouts')} id="payouts">
            <PayoutList payouts={payouts} reader="ADMIN" />
          </TitledCard>
        </div>
        <TitledCard title={t('shell.verification')}>
          <Verification {...contractor} />
        </TitledCard>
      </div>
    </>
  )
}

function JustRecovered({ recovery }: { recovery: RecoveryView | undefined }) {
  const t = useWords()
  if (!recovery) return null
  const words = RECOVERY_STATUS_WORDS[recovery.status]
  const outcome = { sum: formatMoney(recovery, t.locale), status: recovery.status }
  return (
    <Outcome tone={words.tone} title={t('moves.recoveryOutcome', outcome)}>
      {(recovery.status === 'failed' && failureWords(t, recovery.failureCode)) || t(words.meaning)}{' '}
      {t('moves.recoveryOutcomeMore')}
    </Outcome>
  )
}

async function Balance({ actor, contractorId }: { actor: Actor; contractorId: string }) {
  const t = await getWords()
  const balance = await getContractorBalance(actor, contractorId)
  return (
    <TitledCard title={t('contractors.balanceAtStripe')}>
      {balance.ok ? (
        <BalanceTable parts={balance.value} />
      ) : (
        <p className="text-muted-foreground">
          {t(balance.error === 'account_not_open' ? 'contractors.noAccount' : 'contractors.noAnswer')}
        </p>
      )}
    </TitledCard>
  )
}

type RecoveringProps = {
  actor: Actor
  contractor: { userId: string; displayName: string }
  parameters: Awaited<SearchParams>
}

async function Recovering({ actor, contractor, parameters }: RecoveringProps) {
  const step = await recoveryStep(actor, contractor, parameters)
  const t = await getWords()
  if (!step) {
    return (
      <Alert tone="warning" title={t('contractors.cannotRecover')}>
        {t('contractors.cannotRecoverWhy')}
      </Alert>
    )
  }
  return (
    <RecoverySection
      {...step}
      contractor={{ userId: contractor.userId, displayName: personName(t, contractor.displayName) }}
      requestKey={newRequestKey()}
      action={recoverAction}
    />
  )
}
