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
  const t = await getWords()
  return { title: t('site.newPassword'), robots: { index: false }, referrer: 'no-referrer' }
}

type Props = { params: Promise<{ token: string }> }

export default async function ResetPasswordPage({ params }: Props) {
  const t = await getWords()
  const { token } = await params
  const isOpen = (await readLink('reset_password', token)) !== null
  return (
    <AuthCard
      title={t('site.chooseANewPassword')}
      description={isOpen ? t('site.everyDeviceThatIsSigned') : null}
      below={
        <Link href="/sign-in" className="font-medium text-primary underline underline-offset-4">
          {t('site.backToSigningIn')}
        </Link>
      }
    >
      {isOpen ? (
        <ActionForm action={resetPasswordAction} hidden={{ token }}>
          <TextField
            name="newPassword"
            label={t('site.newPassword')}
            hint={t('site.n12CharactersWithLettersAnd')}
            type="password"
            autoComplete="new-password"
          />
          <SubmitButton pending={t('site.changingYourPassword')}>{t('site.changeThePassword')}</SubmitButton>
        </ActionForm>
      ) : (
        <div className="grid gap-5">
          <Alert tone="warning">{t.say(PASSWORD_ERRORS.link_over.message)}</Alert>
          <LinkButton href="/forgot">{t('site.askForAnotherLink')}</LinkButton>
        </div>
      )}
    </AuthCard>
  )
}
