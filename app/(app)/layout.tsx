import type { ReactNode } from 'react'
import { AppHeader } from '#components/shell/app-header.tsx'
import { LocalBanner } from '#components/shell/local-banner.tsx'
import { now } from '#lib/clock.ts'
import { env } from '#lib/env.ts'
import { getViewer } from '#lib/users/queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { setLanguageAction } from '../language-actions.ts'
import { signOutAction } from './actions.ts'

/** The frame of every signed-in page. It decides what is shown, not what is allowed: queries and commands do that. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor()
  const drawnAt = now()
  const viewer = await getViewer(actor)
  return (
    <>
      {env().stripe.mode === 'local' ? <LocalBanner /> : null}
      <AppHeader viewer={viewer} drawnAt={drawnAt} signOut={signOutAction} setLanguage={setLanguageAction} />
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6 sm:py-10">
        {children}
      </main>
    </>
  )
}
