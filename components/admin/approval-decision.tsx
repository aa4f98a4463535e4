import { ActionForm } from '#components/ui/action-form.tsx'
import { TextareaField } from '#components/ui/form-fields.tsx'
import { RadioGroupField } from '#components/ui/radio-group-field.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { ApprovalView } from '#lib/approvals/model.ts'
import { formatMoney } from '#lib/money.ts'
import { personName } from '#lib/users/person-name-model.ts'
import { useWords } from '#words'

/** The second admin's decision, with the sum and to whom it goes in the words of the choice. */
export function ApprovalDecision({ approval, action }: { approval: ApprovalView; action: FormAction }) {
  const { id, kind, requestedBy, contractor, employerName } = approval
  const t = useWords()
  const sum = formatMoney(approval, t.locale)
  const approve =
    kind === 'refund'
      ? t('console.approveRefund', { sum, name: personName(t, employerName) })
      : t('console.approveRecovery', { sum, name: personName(t, contractor.displayName) })
  const choices = [
    { value: 'approve', label: approve, hint: t('console.approveHint') },
    { value: 'decline', label: t('console.decline'), hint: t('console.declineHint', { name: requestedBy }) },
  ]
  return (
    <ActionForm keep action={action} hidden={{ approvalId: id }}>
      <RadioGroupField name="decision" legend={t('console.decision')} choices={choices} />
      <TextareaField
        name="answer"
        label={t('console.why')}
        hint={t('console.whyHint')}
        optional
        rows={2}
        maxLength={500}
      />
      <SubmitButton className="justify-self-start" pending={t('console.deciding')}>
        {t('console.decide')}
      </SubmitButton>
    </ActionForm>
  )
}
