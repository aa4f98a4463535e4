import { ActionForm } from '#components/ui/action-form.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { TextareaField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { formatMoney } from '#lib/money.ts'
import type { OrderDetail } from '#lib/orders/model.ts'
import type { PaymentView } from '#lib/payments/model.ts'

type Props = { order: OrderDetail; payment: PaymentView | null; action: FormAction }

/** Ends the order; a hold is released in full. For either party and for an admin. */
export function CancelOrder({ order, payment, action }: Props) {
  const held = payment?.status === 'requires_capture'
  const sum = formatMoney(order)
  return (
    <Dialog
      trigger={held ? 'Cancel and release' : 'Cancel order'}
      variant="ghost"
      title={`Cancel order #${order.number}?`}
      description={
        held
          ? `The hold of ${sum} is released in full, nothing is taken, and the order ends. The bank may show it for a few days more.`
          : 'No money is held. The order ends, and nobody pays anything.'
      }
    >
      <ActionForm action={action} hidden={{ orderId: order.id }}>
        <TextareaField name="note" label="Reason" optional rows={3} maxLength={2000} />
        <SubmitButton variant="destructive" pending="Canceling…">
          {held ? `Cancel and release ${sum}` : 'Cancel the order'}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  )
}
