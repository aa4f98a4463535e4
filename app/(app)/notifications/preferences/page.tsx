import type { Metadata } from 'next'
import { Always, PreferencesForm } from '#components/notifications/preferences-form.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { Card } from '#components/ui/card.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { getPreferences } from '#lib/preferences/queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { setPreferencesAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())('preferences.title') }
}

/** Admins are told only what cannot be turned off, so that there is nothing for them to choose. */
export default async function PreferencesPage() {
  const actor = await requireActor()
  const t = await getWords()
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[{ href: '/notifications', label: t('preferences.notifications') }]}
            current={t('preferences.title')}
          />
        }
        title={t('preferences.title')}
        description={t('preferences.about')}
      />
      {actor.role === 'ADMIN' ? (
        <Card>
          <ul>
            <Always />
          </ul>
        </Card>
      ) : (
        <PreferencesForm preferences={await getPreferences(actor)} action={setPreferencesAction} />
      )}
    </>
  )
}
