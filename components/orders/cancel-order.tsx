import { ActionForm } from '#components/ui/action-form.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { TextareaField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { formatMoney } from '#lib/money.ts'
import type { OrderDetail } from '#lib/orders/model.ts'
import type { PaymentView } from '#lib/payments/model.ts'
import { useWords } from '#words'

type Props = { order: OrderDetail; payment: PaymentView | null; action: FormAction }

/** Ends the order; a hold is released in full. For either party and for an admin. */
export function CancelOrder({ order, payment, action }: Props) {
  const t = useWords()
  const held = payment?.status === 'requires_capture'
  const sum = formatMoney(order, t.locale)
  return (
    <Dialog
      trigger={held ? t('orders.cancelAndRelease') : t('orders.cancelOrder')}
      variant="ghost"
      title={t('orders.cancelOrderNumber', { number: order.number })}
      description={held ? t('orders.theHoldOfSumIs', { sum }) : t('orders.noMoneyIsHeldThe')}
    >
      <ActionForm action={action} hidden={{ orderId: order.id }}>
        <TextareaField name="note" label={t('orders.reason')} optional rows={3} maxLength={2000} />
        <SubmitButton variant="destructive" pending={t('orders.canceling')}>
          {held ? t('orders.cancelAndReleaseSum', { sum }) : t('orders.cancelTheOrder')}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  )
}
