import { ActionForm } from '#components/ui/action-form.tsx'
import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Money } from '#components/ui/money.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { formatMoney } from '#lib/money.ts'
import type { OrderDetail } from '#lib/orders/model.ts'

/** Approving takes the money, so it is confirmed with the sums. */
export function ApproveWhole({ order, action }: { order: OrderDetail; action: FormAction }) {
  const { currency } = order
  const sum = formatMoney(order)
  return (
    <Dialog
      trigger={`Approve ${sum}`}
      title={`Approve the work and pay ${sum}?`}
      description="The held money is taken from your card. This ends the order and cannot be undone by you."
    >
      <DescriptionList>
        <DescriptionItem term="Taken from your card" strong>
          <Money value={order} />
        </DescriptionItem>
        <DescriptionItem term="Commission">
          <Money value={{ amount: order.commissionAmount, currency }} />
        </DescriptionItem>
        <DescriptionItem term={`${order.contractor.displayName} receives`}>
          <Money value={{ amount: order.amount - order.commissionAmount, currency }} />
        </DescriptionItem>
      </DescriptionList>
      <ActionForm action={action} hidden={{ orderId: order.id }}>
        <SubmitButton pending="Taking the money…">Approve and pay {sum}</SubmitButton>
      </ActionForm>
    </Dialog>
  )
}
