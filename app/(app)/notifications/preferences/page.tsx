import type { Metadata } from 'next'
import { Always, PreferencesForm } from '#components/notifications/preferences-form.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { Card } from '#components/ui/card.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { getPreferences } from '#lib/preferences/queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { setPreferencesAction } from './actions.ts'

export const metadata: Metadata = { title: 'What you are told' }

/** Admins are told only what cannot be turned off, so that there is nothing for them to choose. */
export default async function PreferencesPage() {
  const actor = await requireActor()
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[{ href: '/notifications', label: 'Notifications' }]}
            current="What you are told"
          />
        }
        title="What you are told"
        description="Choose for each sort of news whether it is shown in the app, sent by e-mail, both or neither."
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
