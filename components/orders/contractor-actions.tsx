import { ActionForm } from '#components/ui/action-form.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { TextareaField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { OrderDetail } from '#lib/orders/model.ts'
import type { PaymentView } from '#lib/payments/model.ts'
import { useWords } from '#words'
import { CancelOrder } from './cancel-order.tsx'

export type ContractorForms = { deliver: FormAction; cancel: FormAction }

type Props = { order: OrderDetail; payment: PaymentView | null; forms: ContractorForms }

/** What a contractor can do with the order as it stands. */
export function ContractorActions({ order, payment, forms }: Props) {
  if (payment?.status === 'pending') return null
  if (!['placed', 'held', 'delivered'].includes(order.status)) return null
  return (
    <>
      {order.status === 'held' ? <Deliver order={order} action={forms.deliver} /> : null}
      <CancelOrder order={order} payment={payment} action={forms.cancel} />
    </>
  )
}

function Deliver({ order, action }: { order: OrderDetail; action: FormAction }) {
  const t = useWords()
  return (
    <Dialog
      trigger={t('orders.markAsDelivered')}
      title={t('orders.markTheWorkAsDelivered')}
      description={t('orders.displaynameIsAskedToApprove', { displayName: order.employer.displayName })}
    >
      <ActionForm action={action} hidden={{ orderId: order.id }}>
        <TextareaField
          name="note"
          label={t('orders.noteToTheEmployer')}
          hint={t('orders.sayWhatYouDeliveredAnd')}
          optional
          maxLength={2000}
        />
        <SubmitButton>{t('orders.deliver')}</SubmitButton>
      </ActionForm>
    </Dialog>
  )
}
