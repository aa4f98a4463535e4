import type { ReactNode } from 'react'
import { VerifyBanner } from '#components/account/verify-banner.tsx'
import { AppHeader } from '#components/shell/app-header.tsx'
import { LocalBanner } from '#components/shell/local-banner.tsx'
import { ViewingBanner } from '#components/viewing/viewing-banner.tsx'
import { TimeZoneProvider } from '#components/words/use-time-zone.client.tsx'
import { now } from '#lib/clock.ts'
import { env } from '#lib/env.ts'
import { ISLAND_AREAS } from '#lib/i18n/island-areas.ts'
import { getViewer } from '#lib/users/queries.ts'
import { requireSession } from '#lib/users/require-actor.ts'
import { IslandWords } from '../island-words.tsx'
import { setLanguageAction } from '../language-actions.ts'
import { sendVerificationAgainAction } from './account/actions.ts'
import { signOutAction, stopViewingAction } from './actions.ts'

/** The frame of every signed-in page. It decides what is shown, not what is allowed: queries and commands do that. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const { actor, viewing, isVerified } = await requireSession()
  const drawnAt = now()
  const viewer = await getViewer(actor)
  return (
    <TimeZoneProvider value={viewer.timeZone}>
      {env().stripe.mode === 'local' ? <LocalBanner /> : null}
      {viewing ? (
        <ViewingBanner name={viewer.displayName} until={viewing.until} stop={stopViewingAction} />
      ) : null}
      <AppHeader viewer={viewer} drawnAt={drawnAt} signOut={signOutAction} setLanguage={setLanguageAction} />
      {isVerified ? null : <VerifyBanner email={viewer.email} sendAgain={sendVerificationAgainAction} />}
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6 sm:py-10">
        <IslandWords areas={ISLAND_AREAS.signedIn}>{children}</IslandWords>
      </main>
    </TimeZoneProvider>
  )
}
