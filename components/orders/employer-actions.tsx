import { ActionForm } from '#components/ui/action-form.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { TextareaField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { formatMoney } from '#lib/money.ts'
import type { OrderDetail } from '#lib/orders/model.ts'
import type { PaymentView } from '#lib/payments/model.ts'
import { useWords } from '#words'
import { ApproveWhole } from './approve-whole.tsx'
import { CancelOrder } from './cancel-order.tsx'

export type EmployerForms = { approve: FormAction; requestChanges: FormAction; cancel: FormAction }

type Props = { order: OrderDetail; payment: PaymentView | null; forms: EmployerForms }

/** What an employer can do with the order as it stands; nothing while Stripe is still working on it. */
export function EmployerActions({ order, payment, forms }: Props) {
  const t = useWords()
  if (payment?.status === 'pending') return null
  if (order.status === 'placed') {
    return (
      <>
        <LinkButton href={`/orders/${order.id}/checkout`}>
          {t('orders.holdAmount', { amount: formatMoney(order, t.locale) })}
        </LinkButton>
        <CancelOrder order={order} payment={payment} action={forms.cancel} />
      </>
    )
  }
  if (order.status !== 'held' && order.status !== 'delivered') return null
  return (
    <>
      <ApproveWhole order={order} action={forms.approve} />
      <LinkButton href={`/orders/${order.id}?part=#part`} variant="secondary">
        {t('orders.approveAPart2')}
      </LinkButton>
      {order.status === 'delivered' ? <RequestChanges order={order} action={forms.requestChanges} /> : null}
      {payment?.renewal?.status === 'pending' ? null : (
        <LinkButton href={`/orders/${order.id}/renew`} variant="secondary">
          {payment?.renewal ? t('orders.finishTheRenewal') : t('orders.renewTheHold')}
        </LinkButton>
      )}
      <CancelOrder order={order} payment={payment} action={forms.cancel} />
    </>
  )
}

function RequestChanges({ order, action }: { order: OrderDetail; action: FormAction }) {
  const t = useWords()
  return (
    <Dialog
      trigger={t('orders.requestChanges')}
      variant="secondary"
      title={t('orders.requestChanges')}
      description={t('orders.theWorkGoesBackTo')}
    >
      <ActionForm action={action} hidden={{ orderId: order.id }}>
        <TextareaField name="note" label={t('orders.whatShouldBeChanged')} maxLength={2000} />
        <SubmitButton>{t('orders.requestChanges')}</SubmitButton>
      </ActionForm>
    </Dialog>
  )
}
