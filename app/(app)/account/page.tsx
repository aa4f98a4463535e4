import type { Metadata } from 'next'
import { AccountTabs } from '#components/account/account-tabs.tsx'
import { EmailForm } from '#components/account/email-form.tsx'
import { PictureForm } from '#components/account/picture-form.tsx'
import { ProfileForm } from '#components/account/profile-form.tsx'
import { firstOf, type SearchParams } from '#components/orders/address.ts'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import type { MessageKey } from '#lib/i18n/messages.ts'
import { getWords } from '#lib/i18n/request.ts'
import { isPictureError, PICTURE_ERRORS } from '#lib/users/picture-model.ts'
import { getViewer } from '#lib/users/queries.ts'
import { requirePerson } from '#lib/users/require-actor.ts'
import { changeEmailAction, editProfileAction, removePictureAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())('ownAccount.profile') }
}

const DONE: Record<string, MessageKey> = {
  profile: 'ownAccount.profileSaved',
  picture: 'ownAccount.pictureSaved',
  'picture-removed': 'ownAccount.pictureRemoved',
}

export default async function AccountPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await getViewer(await requirePerson())
  const t = await getWords()
  const { done, picture } = await searchParams
  const said = DONE[firstOf(done) ?? '']
  const refused = firstOf(picture)
  return (
    <>
      <AccountTabs current="/account" />
      <PageHeader title={t('ownAccount.profile')} description={t('ownAccount.profileHint')} />
      {said ? (
        <Alert tone="success" role="status" className="mb-6 max-w-3xl">
          {t(said)}
        </Alert>
      ) : null}
      <div className="grid max-w-3xl gap-6">
        <TitledCard title={t('ownAccount.aboutYou')}>
          <div className="mb-6 border-b pb-6">
            <PictureForm
              name={viewer.displayName}
              url={viewer.pictureUrl}
              refusal={isPictureError(refused) ? t.say(PICTURE_ERRORS[refused].message) : null}
              remove={removePictureAction}
            />
          </div>
          <ProfileForm viewer={viewer} action={editProfileAction} />
        </TitledCard>
        <TitledCard title={t('ownAccount.emailAddress')}>
          <EmailForm email={viewer.email} action={changeEmailAction} />
        </TitledCard>
      </div>
    </>
  )
}
