import { ActionForm } from '#components/ui/action-form.tsx'
import { TextareaField } from '#components/ui/form-fields.tsx'
import { RadioGroupField } from '#components/ui/radio-group-field.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { ApprovalView } from '#lib/approvals/model.ts'
import { formatMoney } from '#lib/money.ts'

/** The second admin's decision, with the sum and to whom it goes in the words of the choice. */
export function ApprovalDecision({ approval, action }: { approval: ApprovalView; action: FormAction }) {
  const { id, kind, requestedBy, contractor, employerName } = approval
  const sum = formatMoney(approval)
  const what =
    kind === 'refund' ? `refund ${sum} to ${employerName}` : `recover ${sum} from ${contractor.displayName}`
  const choices = [
    {
      value: 'approve',
      label: `Approve: ${what}`,
      hint: 'It is worked out again first. If other amounts would move than above, nothing does.',
    },
    { value: 'decline', label: 'Decline', hint: `Nothing moves. ${requestedBy} reads why.` },
  ]
  return (
    <ActionForm action={action} hidden={{ approvalId: id }}>
      <RadioGroupField name="decision" legend="Decision" choices={choices} />
      <TextareaField name="answer" label="Why" hint="Needed to decline." optional rows={2} maxLength={500} />
      <SubmitButton className="justify-self-start" pending="Deciding…">
        Decide
      </SubmitButton>
    </ActionForm>
  )
}
