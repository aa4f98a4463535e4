import { ActionForm } from '#components/ui/action-form.tsx'
import { SelectField, TextareaField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { formatMoney, toDecimal } from '#lib/money.ts'
import { REFUND_REASONS, type RefundPreview } from '#lib/refunds/model.ts'
import { useWords } from '#words'
import type { RefundStep } from './refund-section.tsx'

type Props = {
  orderId: string
  paymentId: string
  requestKey: string
  step: RefundStep
  preview: RefundPreview
  action: FormAction
}

/** The second step sends exactly the choice that was shown, with the reason for the record. */
export function RefundConfirm({ orderId, paymentId, requestKey, step, preview, action }: Props) {
  const t = useWords()
  const reasons = Object.entries(REFUND_REASONS).map(([value, label]) => ({ value, label: t(label) }))
  const { amount, currency } = preview
  const { reverseTransfer, refundCommission, reason } = step.choice
  return (
    <ActionForm
      keep
      action={action}
      requestKey={requestKey}
      hidden={{
        orderId,
        paymentId,
        amount: toDecimal({ amount, currency }),
        reverseTransfer: String(reverseTransfer),
        refundCommission: String(refundCommission),
      }}
    >
      <SelectField
        name="reason"
        label={t('moves.reason')}
        placeholder={t('moves.chooseReason')}
        options={reasons}
        defaultValue={reason}
        className="max-w-sm"
      />
      <TextareaField name="note" label={t('moves.noteForRecord')} optional rows={2} maxLength={500} />
      <SubmitButton variant="destructive" className="justify-self-start" pending={t('moves.refunding')}>
        {t('moves.refundSum', { sum: formatMoney({ amount, currency }, t.locale) })}
      </SubmitButton>
    </ActionForm>
  )
}
