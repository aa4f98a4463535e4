import { ActionForm } from '#components/ui/action-form.tsx'
import { RadioGroupField } from '#components/ui/radio-group-field.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { HOLD_END_WORDS, HOLD_ENDS, type OrderDetail } from '#lib/orders/model.ts'

const CHOICES = HOLD_ENDS.map(value => ({
  value,
  label: HOLD_END_WORDS[value].label,
  hint: HOLD_END_WORDS[value].employer,
}))

/** What happens when the hold comes to its end undecided: the employer's choice, for the contractor to read. */
export function HoldEndChoice({ order, action }: { order: OrderDetail; action: FormAction | null }) {
  if (!action) return <p>{HOLD_END_WORDS[order.holdEnd].contractor}</p>
  return (
    <ActionForm action={action} hidden={{ orderId: order.id }}>
      <RadioGroupField
        name="holdEnd"
        legend="If the hold comes to its end and nothing is decided"
        choices={CHOICES}
        defaultValue={order.holdEnd}
      />
      <SubmitButton variant="secondary" className="justify-self-start" pending="Saving…">
        Save the choice
      </SubmitButton>
    </ActionForm>
  )
}
