import { CreditCard } from 'lucide-react'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { cardName, type SavedCardView } from '#lib/cards/model.ts'
import { cardExpiry, expiryWords } from './card-expiry.ts'

export type CardForms = { setDefault: FormAction; remove: FormAction }

type Props = { card: SavedCardView; now: Date; forms: CardForms }

/** A saved card and what can be done with it. */
export function CardRow({ card, now, forms }: Props) {
  const expiry = cardExpiry(card, now)
  const name = cardName(card)
  return (
    <li aria-label={name} className="flex flex-wrap items-center gap-x-4 gap-y-3 px-5 py-4 sm:px-6">
      <CreditCard aria-hidden className="size-5 shrink-0 text-muted-foreground" />
      <div className="grid min-w-0 grow basis-44 gap-0.5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          {name}
          {card.isDefault ? <Badge tone="primary">Default</Badge> : null}
          {expiry === 'expired' ? <Badge tone="destructive">Expired</Badge> : null}
          {expiry === 'soon' ? <Badge tone="warning">Expires soon</Badge> : null}
        </p>
        <p className="text-muted-foreground">
          {expiry === 'expired' ? 'Expired' : 'Expires'} {expiryWords(card)}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {card.isDefault || expiry === 'expired' ? null : (
          <ActionForm action={forms.setDefault} hidden={{ cardId: card.id }}>
            <SubmitButton variant="secondary" size="sm">
              Make default<span className="sr-only">: {name}</span>
            </SubmitButton>
          </ActionForm>
        )}
        <RemoveCard card={card} action={forms.remove} />
      </div>
    </li>
  )
}

function RemoveCard({ card, action }: { card: SavedCardView; action: FormAction }) {
  const name = cardName(card)
  return (
    <Dialog
      trigger={
        <>
          Remove<span className="sr-only"> {name}</span>
        </>
      }
      variant="ghost"
      size="sm"
      title={`Remove ${name}?`}
      description="It can no longer pay for new orders. Money that it has already paid is not touched."
    >
      <ActionForm action={action} hidden={{ cardId: card.id }}>
        <SubmitButton variant="destructive" pending="Removing…">
          Remove card
        </SubmitButton>
      </ActionForm>
    </Dialog>
  )
}
