import type { ReactNode } from 'react'
import { LocalBanner } from '#components/shell/local-banner.tsx'
import { SiteFooter } from '#components/shell/site-footer.tsx'
import { SiteHeader } from '#components/shell/site-header.tsx'
import { env } from '#lib/env.ts'
import { currentViewer } from '#lib/users/current-actor.ts'
import { setLanguageAction } from '../language-actions.ts'

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const actor = await currentViewer()
  return (
    <div className="flex min-h-dvh flex-col">
      {env().stripe.mode === 'local' ? <LocalBanner /> : null}
      <SiteHeader signedIn={actor !== null} />
      <main id="content" tabIndex={-1} className="flex-1">
        {children}
      </main>
      <SiteFooter setLanguage={setLanguageAction} />
    </div>
  )
}
