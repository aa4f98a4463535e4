import Link from 'next/link'
import { LinkButton } from '#components/ui/button.tsx'
import { Wordmark } from './mark.tsx'

/** The bar over the pages that need no account. `signedIn` offers the way back to one's own pages instead. */
export function SiteHeader({ signedIn }: { signedIn: boolean }) {
  return (
    <header className="border-b">
      <div className="mx-auto flex h-16 max-w-6xl items-center justify-between gap-3 px-4 sm:px-6">
        <Link href="/" className="inline-flex rounded-md py-1 pr-2" aria-label="Holdfast, to the start">
          <Wordmark />
        </Link>
        <nav aria-label="Account" className="flex items-center gap-2">
          {signedIn ? (
            <LinkButton href="/dashboard" size="sm">
              Open Holdfast
            </LinkButton>
          ) : (
            <>
              <LinkButton href="/sign-in" variant="ghost" size="sm">
                Sign in
              </LinkButton>
              <LinkButton href="/sign-up" size="sm" className="max-xs:hidden">
                Create account
              </LinkButton>
            </>
          )}
        </nav>
      </div>
    </header>
  )
}
