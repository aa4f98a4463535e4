import type { Metadata } from 'next'
import { GROUP_WORDS } from '#components/notifications/group-words.ts'
import { AuthCard } from '#components/shell/auth-card.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { groupOfLink } from '#lib/notifications/unsubscribe-link.ts'
import { unsubscribeAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const title = (await getWords())('preferences.unsubscribe')
  return { title, robots: { index: false }, referrer: 'no-referrer' }
}

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ done?: string }> }

/** For whoever has a mail's link, signed in or not. Opening it changes nothing: mail scanners open everything. */
export default async function UnsubscribePage({ params, searchParams }: Props) {
  const token = decodeURIComponent((await params).token)
  const t = await getWords()
  const link = groupOfLink(token)
  const below = t('preferences.alwaysCome')
  if (!link) {
    return (
      <AuthCard title={t('preferences.brokenTitle')} description={t('preferences.broken')} below={below}>
        <LinkButton href="/notifications/preferences">{t('preferences.choose')}</LinkButton>
      </AuthCard>
    )
  }
  const words = GROUP_WORDS[link.group]
  const group = t(words.name)
  if ((await searchParams).done) {
    return (
      <AuthCard
        title={t('preferences.endedTitle')}
        description={t('preferences.ended', { group })}
        below={below}
      >
        <LinkButton href="/notifications/preferences" variant="secondary">
          {t('preferences.chooseElse')}
        </LinkButton>
      </AuthCard>
    )
  }
  return (
    <AuthCard title={t('preferences.endTitle', { group })} description={t(words.what)} below={below}>
      <ActionForm action={unsubscribeAction} hidden={{ token }}>
        <p className="text-sm">{t('preferences.endStill')}</p>
        <SubmitButton pending={t('preferences.ending')}>{t('preferences.end')}</SubmitButton>
      </ActionForm>
    </AuthCard>
  )
}
