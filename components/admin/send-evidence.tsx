import { ActionForm } from '#components/ui/action-form.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { CheckboxField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'

type Props = { action: FormAction; disputeId: string; version: number }

/** Sends what was saved, after a warning: banks read evidence once. */
export function SendEvidence({ action, disputeId, version }: Props) {
  return (
    <ActionForm action={action} className="grid gap-4">
      <input type="hidden" name="disputeId" value={disputeId} />
      <input type="hidden" name="version" value={version} />
      <Alert tone="warning" title="The bank reads it once">
        What is sent cannot be changed, added to or taken back. What you have changed above counts only once
        it is saved.
      </Alert>
      <CheckboxField name="once" label="I have read what was saved, and it is complete." />
      <SubmitButton pending="Sending…">Send to the bank</SubmitButton>
    </ActionForm>
  )
}
