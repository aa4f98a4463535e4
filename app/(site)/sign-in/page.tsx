import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { firstOf, type SearchParams } from '#components/orders/address.ts'
import { AuthCard } from '#components/shell/auth-card.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { TextField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { currentActor } from '#lib/users/current-actor.ts'
import { isSignInError, SIGN_IN_ERRORS } from '#lib/users/model.ts'
import { safePath } from '#lib/users/safe-path.ts'
import { signInAction } from './actions.ts'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: SearchParams }

export default async function SignInPage({ searchParams }: Props) {
  const { next, error, done } = await searchParams
  const goal = safePath(next)
  if (await currentActor()) redirect(goal)
  return (
    <AuthCard
      title="Welcome back"
      description="Sign in to your Holdfast account."
      below={
        <>
          New here?{' '}
          <Link href="/sign-up" className="font-medium text-primary underline underline-offset-4">
            Create an account
          </Link>
        </>
      }
    >
      {isSignInError(error) ? (
        <Alert tone="destructive" role="alert" className="mb-5">
          {SIGN_IN_ERRORS[error].message}
        </Alert>
      ) : null}
      {firstOf(done) === 'password' ? (
        <Alert tone="success" role="status" className="mb-5">
          Your password is changed. Sign in with the new one.
        </Alert>
      ) : null}
      <ActionForm action={signInAction} hidden={{ next: goal }}>
        <TextField name="email" label="E-mail address" type="email" autoComplete="username" />
        <TextField name="password" label="Password" type="password" autoComplete="current-password" />
        <SubmitButton pending="Signing in…">Sign in</SubmitButton>
        <Link
          href="/forgot"
          className="inline-flex min-h-6 items-center justify-self-center rounded-sm text-muted-foreground text-sm underline underline-offset-4"
        >
          Forgotten your password?
        </Link>
      </ActionForm>
    </AuthCard>
  )
}
