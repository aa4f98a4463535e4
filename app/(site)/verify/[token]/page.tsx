import type { Metadata } from 'next'
import Link from 'next/link'
import { AuthCard } from '#components/shell/auth-card.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { readLink } from '#lib/account-mails/links.ts'
import { getWords } from '#lib/i18n/request.ts'
import { ADDRESS_LINKS } from '#lib/users/confirm-address.ts'
import { EMAIL_ERRORS } from '#lib/users/email-model.ts'
import { confirmAddressAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getWords())('ownAccount.emailAddress'),
    robots: { index: false },
    referrer: 'same-origin',
  }
}

type Props = { params: Promise<{ token: string }> }

/** One press confirms; opening the link does not, because programs that check mails open links too. */
export default async function ConfirmAddressPage({ params }: Props) {
  const { token } = await params
  const t = await getWords()
  const link = await readLink(ADDRESS_LINKS, token)
  return (
    <AuthCard
      title={t('ownAccount.confirmAddress')}
      description={link?.address}
      below={
        <Link href="/dashboard" className="font-medium text-primary underline underline-offset-4">
          {t('ownAccount.openHoldfast')}
        </Link>
      }
    >
      <ActionForm
        action={confirmAddressAction}
        hidden={{ token }}
        once
        after={<LinkButton href="/dashboard">{t('ownAccount.goOn')}</LinkButton>}
      >
        {link ? (
          <SubmitButton pending={t('ownAccount.confirming')}>{t('ownAccount.confirmIt')}</SubmitButton>
        ) : (
          <>
            <Alert tone="warning">{t.say(EMAIL_ERRORS.link_over.message)}</Alert>
            <p className="text-sm">{t('ownAccount.ifStillAsked')}</p>
          </>
        )}
      </ActionForm>
    </AuthCard>
  )
}
