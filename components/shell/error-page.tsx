import { CloudOff } from 'lucide-react'
import { Button, LinkButton } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'

/** For what nobody expected: no technical words, a reference that is also in the log, and two ways on. */
export function ErrorPage({ reference, retry }: { reference?: string; retry: () => void }) {
  return (
    <EmptyState
      icon={CloudOff}
      heading="h1"
      title="Something went wrong on our side"
      action={
        <>
          <Button onClick={retry}>Try again</Button>
          <LinkButton href="/dashboard" variant="secondary">
            Back to Holdfast
          </LinkButton>
        </>
      }
    >
      <p>No money moved because of this. Try again; if it stays, tell us what you were doing.</p>
      {reference ? <p className="mt-2 font-mono text-xs">Reference {reference}</p> : null}
    </EmptyState>
  )
}
