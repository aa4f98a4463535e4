import { type ReactNode, useId } from 'react'
import { Badge } from '#components/ui/badge.tsx'
import { cardName, type SavedCardView } from '#lib/cards/model.ts'
import { useWords } from '#words'
import { cardExpiry, expiryWords } from './card-expiry.ts'

type Props = {
  cards: SavedCardView[]
  chosenId: string | undefined
  now: Date
  /** Why a card was refused, shown beside it. */
  refusal: { cardId: string; words: ReactNode } | null
}

/** Which saved card pays: native radios, so that it works by keyboard and without a script. Sends `savedCardId`. */
export function CardChoice({ cards, chosenId, now, refusal }: Props) {
  const t = useWords()
  return (
    <fieldset className="grid gap-2.5">
      <legend className="mb-2 font-medium text-sm">{t('islands.payWith')}</legend>
      {cards.map(card => (
        <div key={card.id} className="grid gap-2">
          <Choice card={card} chosen={card.id === chosenId} expired={cardExpiry(card, now) === 'expired'} />
          {refusal?.cardId === card.id ? refusal.words : null}
        </div>
      ))}
    </fieldset>
  )
}

function Choice({ card, chosen, expired }: { card: SavedCardView; chosen: boolean; expired: boolean }) {
  const t = useWords()
  const id = useId()
  return (
    <label
      htmlFor={id}
      className="flex items-start gap-3 rounded-lg border border-control/50 bg-card p-3.5 transition-colors hover:bg-muted/60 has-checked:border-primary has-disabled:opacity-55 has-checked:bg-primary-soft has-checked:ring-1 has-checked:ring-primary"
    >
      <input
        id={id}
        key={String(chosen)}
        type="radio"
        name="savedCardId"
        value={card.id}
        defaultChecked={chosen}
        disabled={expired}
        required
        className="mt-0.5 size-4.5 shrink-0 accent-primary"
      />
      <span className="grid gap-0.5">
        <span className="flex flex-wrap items-center gap-2 font-medium">
          {cardName(t, card)}
          {card.isDefault ? <Badge tone="neutral">{t('islands.default')}</Badge> : null}
        </span>
        <span className="text-muted-foreground">
          {expired ? t('islands.expired') : t('islands.expires')} {expiryWords(card)}
        </span>
      </span>
    </label>
  )
}
