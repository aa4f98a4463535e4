import { ActionForm } from '#components/ui/action-form.tsx'
import { TextField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'

/** Changes one's password, with the one that is there. */
export function PasswordForm({ action }: { action: FormAction }) {
  return (
    <ActionForm action={action} className="max-w-md">
      <TextField name="password" label="Current password" type="password" autoComplete="current-password" />
      <TextField
        name="newPassword"
        label="New password"
        hint="12 characters with letters and digits, or any 15."
        type="password"
        autoComplete="new-password"
      />
      <SubmitButton variant="secondary" className="justify-self-start" pending="Changing your password…">
        Change the password
      </SubmitButton>
    </ActionForm>
  )
}
