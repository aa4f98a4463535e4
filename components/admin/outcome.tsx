import type { ReactNode } from 'react'
import { Alert } from '#components/ui/alert.tsx'
import type { Tone } from '#components/ui/badge.tsx'

/** Where a refund or recovery that was just made stands, at the top of the page that it was made from. */
export function Outcome({ tone, title, children }: { tone: Tone; title: ReactNode; children: ReactNode }) {
  const shown = tone === 'success' || tone === 'warning' || tone === 'destructive' ? tone : 'info'
  return (
    <Alert tone={shown} role="status" title={title} className="mb-6">
      {children}
    </Alert>
  )
}
