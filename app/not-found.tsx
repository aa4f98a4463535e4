import { Compass } from 'lucide-react'
import type { Metadata } from 'next'
import { LinkButton } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { useWords } from '#words'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('shell.notFound') }
}

/** Also what somebody sees who asks for what is not theirs: both look the same on purpose. */
export default function NotFound() {
  const t = useWords()
  return (
    <main id="content" tabIndex={-1} className="grid min-h-dvh place-items-center">
      <EmptyState
        icon={Compass}
        heading="h1"
        title={t('shell.thereIsNothingHere')}
        action={<LinkButton href="/dashboard">{t('shell.backToHoldfast')}</LinkButton>}
      >
        {t('shell.thePageDoesNotExist')}
      </EmptyState>
    </main>
  )
}
