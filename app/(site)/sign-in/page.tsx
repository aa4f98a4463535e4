import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { firstOf, type SearchParams } from '#components/orders/address.ts'
import { AuthCard } from '#components/shell/auth-card.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { TextField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { MessageKey } from '#lib/i18n/messages.ts'
import { getWords } from '#lib/i18n/request.ts'
import { currentViewer } from '#lib/users/current-actor.ts'
import { isSignInError, SIGN_IN_ERRORS } from '#lib/users/model.ts'
import { safePath } from '#lib/users/safe-path.ts'
import { signInAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('site.signIn') }
}

const DONE: Record<string, MessageKey> = {
  password: 'ownAccount.passwordReset',
  deleted: 'leaving.done',
}

type Props = { searchParams: SearchParams }

export default async function SignInPage({ searchParams }: Props) {
  const t = await getWords()
  const { next, error, done } = await searchParams
  const said = DONE[firstOf(done) ?? '']
  const goal = safePath(next)
  if (await currentViewer()) redirect(goal)
  return (
    <AuthCard
      title={t('site.welcomeBack')}
      description={t('site.signInToYourHoldfast')}
      below={t.rich('site.newHereCreateAnAccount', {
        link: words => (
          <Link href="/sign-up" className="font-medium text-primary underline underline-offset-4">
            {words}
          </Link>
        ),
      })}
    >
      {isSignInError(error) ? (
        <Alert tone="destructive" role="alert" className="mb-5">
          {t.say(SIGN_IN_ERRORS[error].message)}
        </Alert>
      ) : null}
      {said ? (
        <Alert tone="success" role="status" className="mb-5">
          {t(said)}
        </Alert>
      ) : null}
      <ActionForm action={signInAction} hidden={{ next: goal }}>
        <TextField name="email" label={t('site.eMailAddress')} type="email" autoComplete="username" />
        <TextField
          name="password"
          label={t('site.password')}
          type="password"
          autoComplete="current-password"
        />
        <SubmitButton pending={t('site.signingIn')}>{t('site.signIn')}</SubmitButton>
        <Link
          href="/forgot"
          className="inline-flex min-h-6 items-center justify-self-center rounded-sm text-muted-foreground text-sm underline underline-offset-4"
        >
          {t('ownAccount.forgotten')}
        </Link>
      </ActionForm>
    </AuthCard>
  )
}
