import { ActionForm } from '#components/ui/action-form.tsx'
import { RadioGroupField } from '#components/ui/radio-group-field.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { HOLD_END_WORDS, HOLD_ENDS, type OrderDetail } from '#lib/orders/model.ts'
import { useWords } from '#words'

/** What happens when the hold comes to its end undecided: the employer's choice, for the contractor to read. */
export function HoldEndChoice({ order, action }: { order: OrderDetail; action: FormAction | null }) {
  const t = useWords()
  if (!action) return <p>{t.say(HOLD_END_WORDS[order.holdEnd].contractor)}</p>
  const choices = HOLD_ENDS.map(value => ({
    value,
    label: t.say(HOLD_END_WORDS[value].label),
    hint: t.say(HOLD_END_WORDS[value].employer),
  }))
  return (
    <ActionForm action={action} hidden={{ orderId: order.id }}>
      <RadioGroupField
        name="holdEnd"
        legend={t('orders.ifTheHoldComesTo')}
        choices={choices}
        defaultValue={order.holdEnd}
      />
      <SubmitButton variant="secondary" className="justify-self-start" pending={t('orders.saving')}>
        {t('orders.saveTheChoice')}
      </SubmitButton>
    </ActionForm>
  )
}
