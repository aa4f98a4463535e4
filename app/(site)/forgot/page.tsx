import type { Metadata } from 'next'
import Link from 'next/link'
import { AuthCard } from '#components/shell/auth-card.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { TextField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { forgotPasswordAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())('ownAccount.forgottenTitle') }
}

export default async function ForgotPasswordPage() {
  const t = await getWords()
  return (
    <AuthCard
      title={t('ownAccount.chooseNewPassword')}
      description={t('ownAccount.linkByMail')}
      below={
        <Link href="/sign-in" className="font-medium text-primary underline underline-offset-4">
          {t('ownAccount.backToSignIn')}
        </Link>
      }
    >
      <ActionForm action={forgotPasswordAction} once>
        <TextField name="email" label={t('ownAccount.emailAddress')} type="email" autoComplete="username" />
        <SubmitButton pending={t('ownAccount.sendingLink')}>{t('ownAccount.sendLink')}</SubmitButton>
      </ActionForm>
    </AuthCard>
  )
}
