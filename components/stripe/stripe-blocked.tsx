'use client'

import { Alert } from '#components/ui/alert.tsx'
import { Button } from '#components/ui/button.tsx'
import { useWords } from '#words'

/** Shown where Stripe.js would have been: what may be in its way, and a way on. */
export function StripeBlocked({ retry }: { retry: () => void }) {
  const t = useWords()
  return (
    <Alert tone="warning" role="alert" title={t('islands.stripesSecureFormCouldNot')}>
      <p>{t('islands.aContentBlockerOrThe')}</p>
      <Button variant="secondary" size="sm" className="mt-3" onClick={retry}>
        {t('islands.tryAgain')}
      </Button>
    </Alert>
  )
}
