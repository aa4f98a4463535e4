'use client'

import { ErrorPage } from '#components/shell/error-page.tsx'

type Props = { error: Error & { digest?: string }; retry: () => void }

export default function AppError({ error, retry }: Props) {
  return <ErrorPage reference={error.digest} retry={retry} />
}
