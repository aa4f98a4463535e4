import { TitledCard } from '#components/orders/titled-card.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { DeliveryKind } from '#lib/webhooks/deliveries-model.ts'
import { useWords } from '#words'

type Props = { eventId: string; deliveries: DeliveryKind[]; action: FormAction }

/** A button for each way in which the local Stripe can deliver an event once more; nothing where there is none. */
export function DeliverAgain({ eventId, deliveries, action }: Props) {
  const t = useWords()
  if (deliveries.length === 0) return null
  return (
    <TitledCard title={t('deliveries.tryTitle')}>
      <p className="text-muted-foreground text-sm">{t('deliveries.tryIntro')}</p>
      <ul className="mt-4 grid gap-4">
        {deliveries.map(how => (
          <li key={how}>
            <ActionForm action={action} hidden={{ stripeEventRowId: eventId, how }} className="gap-2">
              <SubmitButton
                variant="secondary"
                size="sm"
                className="justify-self-start"
                pending={t('deliveries.delivering')}
              >
                {t(`deliveries.${how}`)}
              </SubmitButton>
            </ActionForm>
            <p className="mt-1 text-muted-foreground text-xs">{t(`deliveries.${how}Hint`)}</p>
          </li>
        ))}
      </ul>
    </TitledCard>
  )
}
