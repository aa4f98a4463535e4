'use client'

import { ErrorPage } from '#components/shell/error-page.tsx'
import { WordsProvider } from '#components/words/use-words.client.tsx'
import { ui } from '#lib/i18n/messages/en/ui.ts'
import type { Compiled } from '#lib/i18n/words.ts'
import './globals.css'

type Props = { error: Error & { digest?: string }; retry: () => void }

/** No server has given any words here: those of the source language, of which one has an argument. */
const ENGLISH: Compiled = {
  ...Object.fromEntries(Object.entries(ui).map(([name, text]) => [`ui.${name}`, text])),
  'ui.referenceReference': ['Reference ', ['reference']],
}

/** When even the root layout fails: a page of its own, in English. */
export default function GlobalError({ error, retry }: Props) {
  return (
    <html lang="en">
      <body>
        <title>Holdfast</title>
        <main id="content" className="grid min-h-dvh place-items-center">
          <WordsProvider locale="en" messages={ENGLISH}>
            <ErrorPage reference={error.digest} retry={retry} />
          </WordsProvider>
        </main>
      </body>
    </html>
  )
}
