import { CreditCard } from 'lucide-react'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { cardName, type SavedCardView } from '#lib/cards/model.ts'
import { useWords } from '#words'
import { cardExpiry, expiryWords } from './card-expiry.ts'

export type CardForms = { setDefault: FormAction; remove: FormAction }

type Props = { card: SavedCardView; now: Date; forms: CardForms }

/** A saved card and what can be done with it. */
export function CardRow({ card, now, forms }: Props) {
  const t = useWords()
  const expiry = cardExpiry(card, now)
  const name = cardName(t, card)
  return (
    <li aria-label={name} className="flex flex-wrap items-center gap-x-4 gap-y-3 px-5 py-4 sm:px-6">
      <CreditCard aria-hidden className="size-5 shrink-0 text-muted-foreground" />
      <div className="grid min-w-0 grow basis-44 gap-0.5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          {name}
          {card.isDefault ? <Badge tone="primary">{t('islands.default')}</Badge> : null}
          {expiry === 'expired' ? <Badge tone="destructive">{t('islands.expired')}</Badge> : null}
          {expiry === 'soon' ? <Badge tone="warning">{t('islands.expiresSoon')}</Badge> : null}
        </p>
        <p className="text-muted-foreground">
          {expiry === 'expired' ? t('islands.expired') : t('islands.expires')} {expiryWords(card)}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {card.isDefault || expiry === 'expired' ? null : (
          <ActionForm action={forms.setDefault} hidden={{ cardId: card.id }}>
            <SubmitButton variant="secondary" size="sm">
              {t('islands.makeDefault')}
              <span className="sr-only">: {name}</span>
            </SubmitButton>
          </ActionForm>
        )}
        <RemoveCard card={card} action={forms.remove} />
      </div>
    </li>
  )
}

function RemoveCard({ card, action }: { card: SavedCardView; action: FormAction }) {
  const t = useWords()
  const name = cardName(t, card)
  return (
    <Dialog
      trigger={
        <>
          {t('islands.remove')}
          <span className="sr-only"> {name}</span>
        </>
      }
      variant="ghost"
      size="sm"
      title={t('islands.removeName', { name })}
      description={t('islands.itCanNoLongerPay')}
    >
      <ActionForm action={action} hidden={{ cardId: card.id }}>
        <SubmitButton variant="destructive" pending={t('islands.removing')}>
          {t('islands.removeCard')}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  )
}
