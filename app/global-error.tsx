'use client'

import { ErrorPage } from '#components/shell/error-page.tsx'
import './globals.css'

type Props = { error: Error & { digest?: string }; retry: () => void }

/** When even the root layout fails: a page of its own. */
export default function GlobalError({ error, retry }: Props) {
  return (
    <html lang="en">
      <body>
        <title>Holdfast</title>
        <main id="content" className="grid min-h-dvh place-items-center">
          <ErrorPage reference={error.digest} retry={retry} />
        </main>
      </body>
    </html>
  )
}
