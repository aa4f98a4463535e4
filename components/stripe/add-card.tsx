'use client'

import { Plus } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Alert } from '#components/ui/alert.tsx'
import { Button } from '#components/ui/button.tsx'
import { useHeard } from '#components/ui/heard.ts'
import type { ActionState, FormAction } from '#lib/action-state.ts'
import { CARD_ERRORS } from '#lib/cards/model.ts'
import type { BrowserStripeConfig } from '#lib/stripe/browser.ts'
import { useWords } from '#words'
import { CardEntrySkeleton } from './card-entry-skeleton.tsx'

/** Stripe's wrapper is fetched only when somebody wants to type a card. */
const CardEntry = dynamic(() => import('./card-entry.tsx').then(module => module.CardEntry), {
  ssr: false,
  loading: CardEntrySkeleton,
})

const IDLE: ActionState = { status: 'idle' }

export type AddCardProps = {
  stripe: BrowserStripeConfig
  /** From the server; the same for every press until a card has been saved. */
  requestKey: string
  startAction: FormAction
  finishAction: FormAction
  /** The page to come back to when the bank's check must leave it. */
  returnPath: string
  label?: string
  saveLabel?: string
  /** With the saved card's id, once the server has read the truth from Stripe. May resolve to words of failure. */
  onSaved?: (cardId: string) => Promise<string | undefined>
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

type Setup = { cardSetupId: string; clientSecret: string }

/** A button that opens Stripe's card form in place. Needs JavaScript, as card entry always does. */
export function AddCard({ label, saveLabel, ...props }: AddCardProps) {
  const t = useWords()
  const { requestKey, returnPath, stripe, onSaved } = props
  const [startAction, finishAction] = [useHeard(props.startAction), useHeard(props.finishAction)]
  const router = useRouter()
  const [setup, setSetup] = useState<Setup | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [starting, startTransition] = useTransition()

  function open() {
    setProblem(null)
    startTransition(async () => {
      const state = await startAction(IDLE, formOf({ requestKey }))
      const { cardSetupId, clientSecret } = state.data ?? {}
      if (cardSetupId && clientSecret) setSetup({ cardSetupId, clientSecret })
      else setProblem(state.message ?? t.say(CARD_ERRORS.stripe_unavailable.message))
    })
  }

  async function finish(cardSetupId: string): Promise<string | undefined> {
    const state = await finishAction(IDLE, formOf({ cardSetupId }))
    const cardId = state.data?.cardId
    if (state.status !== 'ok' || !cardId) return state.message ?? t.say(CARD_ERRORS.setup_failed.message)
    const failed = await onSaved?.(cardId)
    if (failed) return failed
    setSetup(null)
    router.refresh()
  }

  return (
    <div className="grid gap-4">
      <noscript>{t('islands.enteringACardNeedsJavascript')}</noscript>
      {problem ? (
        <Alert tone="destructive" role="alert">
          {problem}
        </Alert>
      ) : null}
      {setup ? (
        <CardEntry
          stripe={stripe}
          clientSecret={setup.clientSecret}
          returnUrl={`${window.location.origin}${returnPath}?setup=${setup.cardSetupId}`}
          saveLabel={saveLabel ?? t('islands.saveCard')}
          onConfirmed={() => finish(setup.cardSetupId)}
          onCancel={() => setSetup(null)}
        />
      ) : (
        <Button
          variant="secondary"
          className="needs-script justify-self-start"
          onClick={open}
          aria-disabled={starting || undefined}
        >
          <Plus aria-hidden /> {starting ? t('islands.oneMoment') : (label ?? t('islands.addACard'))}
        </Button>
      )}
    </div>
  )
}
