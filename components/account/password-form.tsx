import { ActionForm } from '#components/ui/action-form.tsx'
import { TextField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { useWords } from '#words'

/** Changes one's password, with the one that is there. */
export function PasswordForm({ action }: { action: FormAction }) {
  const t = useWords()
  return (
    <ActionForm action={action} className="max-w-md">
      <TextField
        name="password"
        label={t('ownAccount.currentPassword')}
        type="password"
        autoComplete="current-password"
      />
      <TextField
        name="newPassword"
        label={t('ownAccount.newPassword')}
        hint={t('ownAccount.newPasswordHint')}
        type="password"
        autoComplete="new-password"
      />
      <SubmitButton
        variant="secondary"
        className="justify-self-start"
        pending={t('ownAccount.changingPassword')}
      >
        {t('ownAccount.changePassword')}
      </SubmitButton>
    </ActionForm>
  )
}
