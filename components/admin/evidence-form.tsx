import { ActionForm } from '#components/ui/action-form.tsx'
import { TextareaField, TextField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { Evidence } from '#lib/disputes/evidence-model.ts'

type Props = { action: FormAction; disputeId: string; words: Evidence }

/** What the bank will read, filled from the order as far as it tells; kept here until it is sent. */
export function EvidenceForm({ action, disputeId, words }: Props) {
  return (
    <ActionForm action={action} className="grid gap-4">
      <input type="hidden" name="disputeId" value={disputeId} />
      <TextareaField
        name="productDescription"
        label="What was ordered"
        defaultValue={words.productDescription}
        rows={5}
        optional
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="customerName" label="Employer’s name" defaultValue={words.customerName} optional />
        <TextField
          name="customerEmail"
          label="Employer’s e-mail address"
          defaultValue={words.customerEmail}
          optional
        />
        <TextField
          name="customerIp"
          label="Paid from this internet address"
          defaultValue={words.customerIp}
          optional
        />
        <TextField name="serviceDate" label="Delivered on" defaultValue={words.serviceDate} optional />
      </div>
      <TextareaField
        name="story"
        label="What happened"
        hint="The order’s steps and its messages. Take out what is not about this payment: the cardholder may read it."
        defaultValue={words.story}
        rows={12}
        optional
      />
      <TextareaField
        name="refundPolicy"
        label="How holding, approving and canceling were explained"
        defaultValue={words.refundPolicy}
        rows={4}
        optional
      />
      <SubmitButton variant="secondary" pending="Saving…">
        Save
      </SubmitButton>
    </ActionForm>
  )
}
