'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { BankCheck } from '#components/stripe/bank-check.tsx'
import { Alert } from '#components/ui/alert.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { BrowserStripeConfig } from '#lib/stripe/browser.ts'
import { useWords } from '#words'

type Props = { stripe: BrowserStripeConfig; clientSecret: string; token: string; finishAction: FormAction }

/** The bank's check, begun by a press, so that a mail program that only looks at the link begins nothing. */
export function FinishCheck({ token, ...check }: Props) {
  const t = useWords()
  const router = useRouter()
  const [refusal, setRefusal] = useState<string | null>(null)
  if (refusal) {
    return (
      <Alert tone="destructive" role="alert" title={t('authenticate.nothingWasHeld')}>
        {refusal}
      </Alert>
    )
  }
  return (
    <BankCheck
      {...check}
      fields={{ token }}
      onRefused={({ message }) => {
        setRefusal(message ?? '')
        router.refresh()
      }}
    />
  )
}
