'use client'

import { PaymentElement, useElements, useStripe } from '@stripe/react-stripe-js'
import { LoaderCircle } from 'lucide-react'
import { useState } from 'react'
import { Alert } from '#components/ui/alert.tsx'
import { Button } from '#components/ui/button.tsx'
import { CARD_ERRORS } from '#lib/cards/model.ts'
import type { Stripe, StripeElements, StripeError } from '#lib/stripe/browser.ts'
import { useWords } from '#words'
import type { CardEntryProps } from './card-entry.tsx'
import { cardRefusal } from './card-refusal.ts'

type Props = Pick<CardEntryProps, 'returnUrl' | 'saveLabel' | 'onConfirmed' | 'onCancel'>

/** Confirms in the browser, with the bank's check in place; an intent that was confirmed before is as good. */
async function confirm(
  stripe: Stripe,
  elements: StripeElements,
  returnUrl: string,
): Promise<StripeError | null> {
  const { error } = await stripe.confirmSetup({
    elements,
    confirmParams: { return_url: returnUrl },
    redirect: 'if_required',
  })
  return !error || error.code === 'setup_intent_unexpected_state' ? null : error
}

export function CardFields({ returnUrl, saveLabel, onConfirmed, onCancel }: Props) {
  const t = useWords()
  const stripe = useStripe()
  const elements = useElements()
  const [saving, setSaving] = useState(false)
  const [ready, setReady] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)

  async function save() {
    if (!stripe || !elements || saving) return
    setSaving(true)
    setRefusal(null)
    try {
      const error = await confirm(stripe, elements, returnUrl)
      setRefusal(error ? cardRefusal(t, error) : ((await onConfirmed()) ?? null))
    } catch {
      setRefusal(t.say(CARD_ERRORS.stripe_unavailable.message))
    } finally {
      setSaving(false)
    }
  }

  return (
    <div className="grid gap-4" aria-busy={saving}>
      <PaymentElement
        options={{ layout: 'tabs', wallets: { applePay: 'never', googlePay: 'never' } }}
        onReady={() => setReady(true)}
        onLoadError={() => setRefusal(t.say(CARD_ERRORS.stripe_unavailable.message))}
      />
      {refusal ? (
        <Alert tone="destructive" role="alert" title={t('islands.theCardWasNotSaved')}>
          {refusal}
        </Alert>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button onClick={save} disabled={!ready} aria-disabled={saving || undefined}>
          {saving ? <LoaderCircle aria-hidden className="animate-spin" /> : null}
          {saving ? t('islands.askingTheBank') : saveLabel}
        </Button>
        <Button variant="ghost" onClick={onCancel} disabled={saving}>
          {t('islands.notNow')}
        </Button>
      </div>
    </div>
  )
}
