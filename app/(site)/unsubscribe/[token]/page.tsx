import type { Metadata } from 'next'
import { GROUP_WORDS } from '#components/notifications/group-words.ts'
import { AuthCard } from '#components/shell/auth-card.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { groupOfLink } from '#lib/notifications/unsubscribe-link.ts'
import { unsubscribeAction } from './actions.ts'

export const metadata: Metadata = { title: 'Unsubscribe', robots: { index: false }, referrer: 'no-referrer' }

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ done?: string }> }

/** For whoever has a mail's link, signed in or not. Opening it changes nothing: mail scanners open everything. */
export default async function UnsubscribePage({ params, searchParams }: Props) {
  const token = decodeURIComponent((await params).token)
  const link = groupOfLink(token)
  const below = 'Mails about your money and your account come always.'
  if (!link) {
    return (
      <AuthCard
        title="This link does not work"
        description="It may have been cut off on its way. Take it from the mail once more, or choose what you are told after signing in."
        below={below}
      >
        <LinkButton href="/notifications/preferences">Choose what you are told</LinkButton>
      </AuthCard>
    )
  }
  const { name, what } = GROUP_WORDS[link.group]
  if ((await searchParams).done) {
    return (
      <AuthCard
        title="You are unsubscribed"
        description={`No more mails of “${name}” are sent to you.`}
        below={below}
      >
        <LinkButton href="/notifications/preferences" variant="secondary">
          Choose what else you are told
        </LinkButton>
      </AuthCard>
    )
  }
  return (
    <AuthCard title={`End mails of “${name}”?`} description={what} below={below}>
      <ActionForm action={unsubscribeAction} hidden={{ token }}>
        <p className="text-sm">You will still find them in the app, unless you have turned that off too.</p>
        <SubmitButton pending="Ending them…">End these mails</SubmitButton>
      </ActionForm>
    </AuthCard>
  )
}
