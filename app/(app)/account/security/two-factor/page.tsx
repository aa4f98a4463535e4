import type { Metadata } from 'next'
import { CodeField } from '#components/account/code-field.tsx'
import { GuardedForm } from '#components/account/guarded-form.tsx'
import { RecoveryCodes } from '#components/account/recovery-codes.tsx'
import { SecondFactorSetup } from '#components/account/second-factor-setup.tsx'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { getSecondFactor } from '#lib/second-factor/queries.ts'
import { currentSession } from '#lib/users/current-actor.ts'
import { requirePerson } from '#lib/users/require-actor.ts'
import {
  confirmSecondFactorAction,
  renewRecoveryCodesAction,
  startSecondFactorAction,
  turnOffSecondFactorAction,
} from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())('ownAccount.twoFactor') }
}

export default async function TwoFactorPage() {
  const actor = await requirePerson()
  const factor = await getSecondFactor(actor)
  const t = await getWords()
  const above = [{ href: '/account/security', label: t('ownAccount.security') }]
  const isHeldBack = (await currentSession())?.isHeldBack
  return (
    <>
      <PageHeader
        above={<Breadcrumbs above={above} current={t('ownAccount.twoFactor')} />}
        title={t('ownAccount.twoFactor')}
        description={t('ownAccount.twoFactorHint')}
      />
      <div className="grid max-w-3xl gap-6">
        {isHeldBack ? (
          <Alert tone="warning" title={t('ownAccount.neededForAdmins')}>
            {t('ownAccount.neededWhy')}
          </Alert>
        ) : null}
        {factor.state === 'off' ? (
          <TitledCard title={t('ownAccount.beginWithPassword')}>
            <GuardedForm action={startSecondFactorAction} button={t('ownAccount.setUp')} />
          </TitledCard>
        ) : (
          <TitledCard title={factor.state === 'on' ? t('ownAccount.itIsOn') : t('ownAccount.giveKey')}>
            <SecondFactorSetup factor={factor} confirm={confirmSecondFactorAction} />
          </TitledCard>
        )}
        {factor.state === 'on' ? (
          <>
            <TitledCard title={t('ownAccount.recoveryCodes')}>
              <p className="mb-4 text-sm">
                {t('ownAccount.recoveryCodesLeft', { count: factor.recoveryCodesLeft })}
              </p>
              <GuardedForm
                action={renewRecoveryCodesAction}
                button={t('ownAccount.renewRecoveryCodes')}
                after={<RecoveryCodes />}
              >
                <CodeField />
              </GuardedForm>
            </TitledCard>
            <TitledCard title={t('ownAccount.turnOff')}>
              <GuardedForm
                action={turnOffSecondFactorAction}
                button={t('ownAccount.turnOff')}
                variant="destructive"
              >
                <CodeField />
              </GuardedForm>
            </TitledCard>
          </>
        ) : null}
      </div>
    </>
  )
}
