import type { Metadata } from 'next'
import Link from 'next/link'
import { AuthCard } from '#components/shell/auth-card.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { readLink } from '#lib/account-mails/links.ts'
import { getWords } from '#lib/i18n/request.ts'
import { PASSWORD_ERRORS } from '#lib/users/password-model.ts'
import { resetPasswordAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getWords())('ownAccount.newPassword'),
    robots: { index: false },
    referrer: 'same-origin',
  }
}

type Props = { params: Promise<{ token: string }> }

export default async function ResetPasswordPage({ params }: Props) {
  const { token } = await params
  const t = await getWords()
  const isOpen = (await readLink(['reset_password'], token)) !== null
  return (
    <AuthCard
      title={t('ownAccount.chooseNewPassword')}
      description={isOpen ? t('ownAccount.everyDeviceOut') : null}
      below={
        <Link href="/sign-in" className="font-medium text-primary underline underline-offset-4">
          {t('ownAccount.backToSignIn')}
        </Link>
      }
    >
      {isOpen ? (
        <ActionForm action={resetPasswordAction} hidden={{ token }}>
          <TextField
            name="newPassword"
            label={t('ownAccount.newPassword')}
            hint={t('ownAccount.newPasswordHint')}
            type="password"
            autoComplete="new-password"
          />
          <SubmitButton pending={t('ownAccount.changingPassword')}>
            {t('ownAccount.changePassword')}
          </SubmitButton>
        </ActionForm>
      ) : (
        <div className="grid gap-5">
          <Alert tone="warning">{t.say(PASSWORD_ERRORS.link_over.message)}</Alert>
          <LinkButton href="/forgot">{t('ownAccount.askAnotherLink')}</LinkButton>
        </div>
      )}
    </AuthCard>
  )
}
