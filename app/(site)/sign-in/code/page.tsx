import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { CodeField } from '#components/account/code-field.tsx'
import type { SearchParams } from '#components/orders/address.ts'
import { AuthCard } from '#components/shell/auth-card.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { readChallengeCookie } from '#lib/users/challenge-cookie.ts'
import { isChallengeOpen } from '#lib/users/finish-sign-in.ts'
import { safePath } from '#lib/users/safe-path.ts'
import { finishSignInAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())('ownAccount.code') }
}

export default async function SecondStepPage({ searchParams }: { searchParams: SearchParams }) {
  const goal = safePath((await searchParams).next)
  if (!(await isChallengeOpen(await readChallengeCookie()))) {
    redirect(`/sign-in?next=${encodeURIComponent(goal)}`)
  }
  const t = await getWords()
  return (
    <AuthCard
      title={t('ownAccount.oneMoreStep')}
      description={t('ownAccount.askedForCode')}
      below={
        <Link href="/sign-in" className="font-medium text-primary underline underline-offset-4">
          {t('ownAccount.somebodyElse')}
        </Link>
      }
    >
      <ActionForm action={finishSignInAction} hidden={{ next: goal }}>
        <CodeField />
        <SubmitButton pending={t('ownAccount.signingIn')}>{t('ownAccount.signIn')}</SubmitButton>
      </ActionForm>
    </AuthCard>
  )
}
