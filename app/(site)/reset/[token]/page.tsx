import type { Metadata } from 'next'
import Link from 'next/link'
import { AuthCard } from '#components/shell/auth-card.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { readLink } from '#lib/account-mails/links.ts'
import { PASSWORD_ERRORS } from '#lib/users/password-model.ts'
import { resetPasswordAction } from './actions.ts'

export const metadata: Metadata = {
  title: 'New password',
  robots: { index: false },
  referrer: 'no-referrer',
}

type Props = { params: Promise<{ token: string }> }

export default async function ResetPasswordPage({ params }: Props) {
  const { token } = await params
  const isOpen = (await readLink('reset_password', token)) !== null
  return (
    <AuthCard
      title="Choose a new password"
      description={isOpen ? 'Every device that is signed in now is signed out.' : null}
      below={
        <Link href="/sign-in" className="font-medium text-primary underline underline-offset-4">
          Back to signing in
        </Link>
      }
    >
      {isOpen ? (
        <ActionForm action={resetPasswordAction} hidden={{ token }}>
          <TextField
            name="newPassword"
            label="New password"
            hint="12 characters with letters and digits, or any 15."
            type="password"
            autoComplete="new-password"
          />
          <SubmitButton pending="Changing your password…">Change the password</SubmitButton>
        </ActionForm>
      ) : (
        <div className="grid gap-5">
          <Alert tone="warning">{PASSWORD_ERRORS.link_over.message}</Alert>
          <LinkButton href="/forgot">Ask for another link</LinkButton>
        </div>
      )}
    </AuthCard>
  )
}
