'use client'

import dynamic from 'next/dynamic'
import { useEffect, useRef, useState } from 'react'
import { CardChoice } from '#components/cards/card-choice.tsx'
import { AddCard, type AddCardProps } from '#components/stripe/add-card.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { type ActionState, type FormAction, isDefinite } from '#lib/action-state.ts'
import type { SavedCardView } from '#lib/cards/model.ts'
import { useWords } from '#words'
import { useHold } from './use-hold.ts'

/** Stripe.js and its wrapper are fetched only for a bank's check, never to pay with a saved card. */
const BankCheck = dynamic(
  () => import('#components/stripe/bank-check.tsx').then(module => module.BankCheck),
  {
    ssr: false,
  },
)

/** What the form says it does: putting a hold on, or renewing it. */
export type CheckoutWords = {
  /** On the button, such as "Hold $120.00", and while it works. */
  hold: string
  holding: string
  /** On the button that saves a new card first. */
  saveAndHold: string
  /** Above the reason of a definite refusal. */
  refused: string
}

type Props = {
  orderId: string
  words: CheckoutWords
  /** The page that this is, to come back to. */
  path: string
  cards: SavedCardView[]
  /** The card to begin with, and why it was refused the last time if it was. */
  chosenId: string | undefined
  lastRefusal: string | null
  now: Date
  requestKey: string
  holdAction: FormAction
  /** Where the form is sent to instead, wherever there is JavaScript. */
  holdAddress?: string
  finishAction: FormAction
  addCard: Omit<AddCardProps, 'label' | 'saveLabel' | 'onSaved' | 'returnPath'>
}

/** One button that holds the money on a saved card; a new card is saved in place and holds it at once. */
export function CheckoutForm(props: Props) {
  const t = useWords()
  const { orderId, words, cards, now, finishAction, addCard, requestKey } = props
  const { held, pending, submit, send } = useHold(props.holdAction, props.holdAddress)
  const [refusedCheck, setRefusedCheck] = useState<ActionState | null>(null)
  const message = useRef<HTMLDivElement>(null)

  useEffect(() => {
    setRefusedCheck(null)
    if (held.status === 'error') message.current?.focus()
  }, [held])

  const { clientSecret, paymentId } = held.data ?? {}
  const mustCheck = clientSecret && paymentId && !refusedCheck
  const answer = refusedCheck ?? (held.status === 'error' ? held : null)
  const problem = answer?.message ?? props.lastRefusal
  const isRefusal = !answer || isDefinite(answer)
  const chosenId = held.values?.savedCardId ?? held.data?.savedCardId ?? props.chosenId
  const key = held.requestKey ?? held.values?.requestKey ?? requestKey
  const refusal = problem ? (
    <Alert ref={message} tabIndex={-1} role="alert" tone="destructive" title={isRefusal && words.refused}>
      {problem}
    </Alert>
  ) : null
  const isBesideCard = cards.some(card => card.id === chosenId)

  if (mustCheck) {
    return (
      <>
        <noscript>{t('islands.yourBanksCheckNeedsJavascript')}</noscript>
        <BankCheck
          {...{ clientSecret, finishAction }}
          fields={{ paymentId, orderId }}
          stripe={addCard.stripe}
          onRefused={setRefusedCheck}
        />
      </>
    )
  }
  return (
    <div className="grid gap-5">
      {isBesideCard ? null : refusal}
      {cards.length > 0 ? (
        <form action={submit} aria-busy={pending} className="grid gap-5">
          <input type="hidden" name="orderId" value={orderId} />
          <input type="hidden" name="requestKey" value={key} />
          <CardChoice
            cards={cards}
            now={now}
            chosenId={chosenId}
            refusal={refusal && chosenId ? { cardId: chosenId, words: refusal } : null}
          />
          <SubmitButton size="lg" pending={words.holding}>
            {words.hold}
          </SubmitButton>
        </form>
      ) : null}
      <AddCard
        {...addCard}
        returnPath={props.path}
        label={cards.length > 0 ? t('islands.useANewCard') : t('islands.enterACard')}
        saveLabel={words.saveAndHold}
        onSaved={savedCardId => send({ orderId, requestKey: key, savedCardId })}
      />
    </div>
  )
}
