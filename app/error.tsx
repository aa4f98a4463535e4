'use client'

import { ErrorPage } from '#components/shell/error-page.tsx'

type Props = { error: Error & { digest?: string }; retry: () => void }

export default function RootError({ error, retry }: Props) {
  return (
    <main id="content" tabIndex={-1} className="grid min-h-dvh place-items-center">
      <ErrorPage reference={error.digest} retry={retry} />
    </main>
  )
}
