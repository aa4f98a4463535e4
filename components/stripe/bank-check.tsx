'use client'

import { useCallback, useEffect, useRef, useState, useTransition } from 'react'
import { Alert } from '#components/ui/alert.tsx'
import { Button } from '#components/ui/button.tsx'
import { useHeard } from '#components/ui/heard.ts'
import type { ActionState, FormAction } from '#lib/action-state.ts'
import type { BrowserStripeConfig, Stripe } from '#lib/stripe/browser.ts'
import { useWords } from '#words'
import { StripeBlocked } from './stripe-blocked.tsx'
import { useStripeJs } from './use-stripe-js.ts'

type Props = {
  stripe: BrowserStripeConfig
  clientSecret: string
  /** What the action needs to know which payment it is. */
  fields: Record<string, string>
  /** Re-reads the payment on the server; what the browser was told is not proof. */
  finishAction: FormAction
  onRefused: (state: ActionState) => void
}

/**
 * 3D Secure for a hold: the bank's own window opens over the page, and afterwards the server asks Stripe what came of it.
 * https://docs.stripe.com/js/payment_intents/handle_next_action
 */
export function BankCheck({ stripe: config, clientSecret, fields, finishAction, onRefused }: Props) {
  const t = useWords()
  const finish = useHeard(finishAction)
  const [stripeJs, retry] = useStripeJs(config)
  const [checking, startTransition] = useTransition()
  const [isUnfinished, setUnfinished] = useState(false)
  const begun = useRef(false)

  const check = useCallback(
    (stripe: Stripe) =>
      startTransition(async () => {
        setUnfinished(false)
        await stripe.handleNextAction({ clientSecret }).catch(() => null)
        const form = new FormData()
        for (const [name, value] of Object.entries(fields)) form.set(name, value)
        const state = await finish({ status: 'idle' }, form)
        if (state.status === 'error') onRefused(state)
        else setUnfinished(true)
      }),
    [clientSecret, fields, finish, onRefused],
  )

  useEffect(() => {
    if (stripeJs.state !== 'ready' || begun.current) return
    begun.current = true
    check(stripeJs.stripe)
  }, [stripeJs, check])

  if (stripeJs.state === 'blocked') return <StripeBlocked retry={retry} />
  return (
    <Alert tone="info" role="status" title={t('islands.yourBankWantsToCheck')}>
      {isUnfinished && !checking && stripeJs.state === 'ready' ? (
        <>
          <p>{t('islands.theCheckWasNotFinished')}</p>
          <Button size="sm" className="mt-3" onClick={() => check(stripeJs.stripe)}>
            {t('islands.openTheBanksCheckAgain')}
          </Button>
        </>
      ) : (
        <p>{t('islands.finishTheCheckInYour')}</p>
      )}
    </Alert>
  )
}
