import { Alert } from '#components/ui/alert.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import type { SecondFactorView } from '#lib/second-factor/model.ts'
import { useWords } from '#words'

const FEW = 3

/** Whether signing in asks for a second factor, and the way to where that is changed. */
export function SecondFactorCard({ factor, isAdmin }: { factor: SecondFactorView; isAdmin: boolean }) {
  const t = useWords()
  const isOn = factor.state === 'on'
  return (
    <div className="grid gap-4 text-sm">
      {isAdmin && !isOn ? (
        <Alert tone="warning" title={t('ownAccount.recommendedForAdmins')}>
          {t('ownAccount.recommendedWhy')}
        </Alert>
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p className="flex max-w-prose flex-wrap items-center gap-2">
          {isOn ? (
            <>
              <Badge tone="success" dot>
                {t('ownAccount.on')}
              </Badge>
              {t('ownAccount.twoFactorAsked')}
            </>
          ) : (
            t('ownAccount.twoFactorWhy')
          )}
        </p>
        <LinkButton href="/account/security/two-factor" variant="secondary">
          {isOn ? t('ownAccount.change') : t('ownAccount.setUp')}
        </LinkButton>
      </div>
      {isOn && factor.recoveryCodesLeft < FEW ? (
        <Alert tone="warning">
          {factor.recoveryCodesLeft === 0
            ? t('ownAccount.noRecoveryCodes')
            : t('ownAccount.fewRecoveryCodes')}
        </Alert>
      ) : null}
    </div>
  )
}
