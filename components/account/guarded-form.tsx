import type { ReactNode } from 'react'
import { ActionForm } from '#components/ui/action-form.tsx'
import { TextField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { useWords } from '#words'

type Props = {
  action: FormAction
  button: string
  variant?: 'secondary' | 'destructive'
  /** More fields, such as a code, after the password. */
  children?: ReactNode
  after?: ReactNode
}

/** A form that asks for the password before it does something. */
export function GuardedForm({ action, button, variant = 'secondary', children, after }: Props) {
  const t = useWords()
  return (
    <ActionForm action={action} className="max-w-md" once={after !== undefined} after={after}>
      <TextField
        name="password"
        label={t('ownAccount.password')}
        type="password"
        autoComplete="current-password"
      />
      {children}
      <SubmitButton variant={variant} className="justify-self-start">
        {button}
      </SubmitButton>
    </ActionForm>
  )
}
