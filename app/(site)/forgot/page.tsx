import type { Metadata } from 'next'
import Link from 'next/link'
import { AuthCard } from '#components/shell/auth-card.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { TextField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { forgotPasswordAction } from './actions.ts'

export const metadata: Metadata = { title: 'Forgotten password' }

export default function ForgotPasswordPage() {
  return (
    <AuthCard
      title="Choose a new password"
      description="We send a link to your e-mail address."
      below={
        <Link href="/sign-in" className="font-medium text-primary underline underline-offset-4">
          Back to signing in
        </Link>
      }
    >
      <ActionForm action={forgotPasswordAction} once>
        <TextField name="email" label="E-mail address" type="email" autoComplete="username" />
        <SubmitButton pending="Sending the link…">Send the link</SubmitButton>
      </ActionForm>
    </AuthCard>
  )
}
