import type { Metadata } from 'next'
import { PLAIN_BUTTON, PlainPage } from '#components/shell/plain-page.tsx'
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
      <PlainPage
        title={t('shell.thereIsNothingHere')}
        actions={
          <a href="/dashboard" className={PLAIN_BUTTON.primary}>
            {t('shell.backToHoldfast')}
          </a>
        }
      >
        {t('shell.thePageDoesNotExist')}
      </PlainPage>
    </main>
  )
}
