import { Compass } from 'lucide-react'
import { LinkButton } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'

export const metadata = { title: 'Not found' }

/** Also what somebody sees who asks for what is not theirs: both look the same on purpose. */
export default function NotFound() {
  return (
    <main id="content" tabIndex={-1} className="grid min-h-dvh place-items-center">
      <EmptyState
        icon={Compass}
        heading="h1"
        title="There is nothing here"
        action={<LinkButton href="/dashboard">Back to Holdfast</LinkButton>}
      >
        The page does not exist, or it is not yours to see.
      </EmptyState>
    </main>
  )
}
