import { ActionForm } from '#components/ui/action-form.tsx'
import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Money } from '#components/ui/money.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { formatMoney } from '#lib/money.ts'
import type { OrderDetail } from '#lib/orders/model.ts'
import { useWords } from '#words'

/** Approving takes the money, so it is confirmed with the sums. */
export function ApproveWhole({ order, action }: { order: OrderDetail; action: FormAction }) {
  const t = useWords()
  const { currency } = order
  const sum = formatMoney(order, t.locale)
  return (
    <Dialog
      trigger={t('orders.approveSum', { sum })}
      title={t('orders.approveTheWorkAndPay', { sum })}
      description={t('orders.theHeldMoneyIsTaken')}
    >
      <DescriptionList>
        <DescriptionItem term={t('orders.takenFromYourCard')} strong>
          <Money value={order} />
        </DescriptionItem>
        <DescriptionItem term={t('orders.commission')}>
          <Money value={{ amount: order.commissionAmount, currency }} />
        </DescriptionItem>
        <DescriptionItem term={t('islands.nameReceives', { name: order.contractor.displayName })}>
          <Money value={{ amount: order.amount - order.commissionAmount, currency }} />
        </DescriptionItem>
      </DescriptionList>
      <ActionForm action={action} hidden={{ orderId: order.id }}>
        <SubmitButton pending={t('orders.takingTheMoney')}>
          {t('orders.approveAndPaySum', { sum })}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  )
}
