import { ActionForm } from '#components/ui/action-form.tsx'
import { TextField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { useWords } from '#words'

/** Asks for another address, with the password: it signs one in, and mail about money goes there. */
export function EmailForm({ email, action }: { email: string; action: FormAction }) {
  const t = useWords()
  return (
    <div className="grid gap-5">
      <p className="wrap-anywhere text-sm">
        {t.rich('ownAccount.emailIs', { email, b: words => <strong>{words}</strong> })}
      </p>
      <ActionForm action={action} className="max-w-md" once>
        <TextField name="email" label={t('ownAccount.newEmail')} type="email" autoComplete="email" />
        <TextField
          name="password"
          label={t('ownAccount.password')}
          type="password"
          autoComplete="current-password"
        />
        <SubmitButton
          variant="secondary"
          className="justify-self-start"
          pending={t('ownAccount.sendingLink')}
        >
          {t('ownAccount.changeEmail')}
        </SubmitButton>
      </ActionForm>
    </div>
  )
}
