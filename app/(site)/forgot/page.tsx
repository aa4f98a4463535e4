import type { Metadata } from 'next'
import Link from 'next/link'
import { AuthCard } from '#components/shell/auth-card.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { TextField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { useWords } from '#words'
import { forgotPasswordAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('site.forgottenPassword') }
}

export default function ForgotPasswordPage() {
  const t = useWords()
  return (
    <AuthCard
      title={t('site.chooseANewPassword')}
      description={t('site.weSendALinkTo')}
      below={
        <Link href="/sign-in" className="font-medium text-primary underline underline-offset-4">
          {t('site.backToSigningIn')}
        </Link>
      }
    >
      <ActionForm action={forgotPasswordAction} once>
        <TextField name="email" label={t('site.eMailAddress')} type="email" autoComplete="username" />
        <SubmitButton pending={t('site.sendingTheLink')}>{t('site.sendTheLink')}</SubmitButton>
      </ActionForm>
    </AuthCard>
  )
}
