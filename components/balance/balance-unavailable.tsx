import { Alert } from '#components/ui/alert.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { BALANCE_ERRORS, type BalanceErrorCode } from '#lib/payouts/model.ts'
import { useWords } from '#words'

/** What there is to do next; nothing of it is on a page for somebody whose account Stripe has closed. */
function NextStep({ error }: { error: Exclude<BalanceErrorCode, 'account_gone'> }) {
  const t = useWords()
  const open = error === 'stripe_unavailable'
  return (
    <LinkButton
      href={open ? '/balance' : '/onboarding'}
      prefetch={false}
      variant="secondary"
      size="sm"
      className="mt-3"
    >
      {open ? t('balance.tryAgain') : t('balance.goToVerification')}
    </LinkButton>
  )
}

/** Why there is no balance to be shown. */
export function BalanceUnavailable({ error }: { error: BalanceErrorCode }) {
  const t = useWords()
  return (
    <Alert tone="warning" role="alert">
      <p>{t(BALANCE_ERRORS[error].message)}</p>
      {error === 'account_gone' ? null : <NextStep error={error} />}
    </Alert>
  )
}
