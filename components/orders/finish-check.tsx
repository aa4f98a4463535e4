'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { BankCheck } from '#components/stripe/bank-check.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { Button } from '#components/ui/button.tsx'
import { type ActionState, type FormAction, isDefinite } from '#lib/action-state.ts'
import type { BrowserStripeConfig } from '#lib/stripe/browser.ts'
import { useWords } from '#words'

type Props = { stripe: BrowserStripeConfig; clientSecret: string; token: string; finishAction: FormAction }

/** The bank's check, begun by a press, so that a mail program that only looks at the link begins nothing. */
export function FinishCheck({ token, ...check }: Props) {
  const t = useWords()
  const router = useRouter()
  const [answer, setAnswer] = useState<ActionState | null>(null)
  if (answer) {
    const isRefusal = isDefinite(answer)
    return (
      <Alert tone="destructive" role="alert" title={isRefusal && t('authenticate.nothingWasHeld')}>
        {answer.message}
        {isRefusal ? null : (
          <Button size="sm" className="mt-3 flex" onClick={() => setAnswer(null)}>
            {t('ui.tryAgain')}
          </Button>
        )}
      </Alert>
    )
  }
  return (
    <BankCheck
      {...check}
      fields={{ token }}
      onRefused={state => {
        setAnswer(state)
        if (isDefinite(state)) router.refresh()
      }}
    />
  )
}
