import Link from 'next/link'
import { LinkButton } from '#components/ui/button.tsx'
import { useWords } from '#words'
import { Wordmark } from './mark.tsx'

/** The bar over the pages that need no account. `signedIn` offers the way back to one's own pages instead. */
export function SiteHeader({ signedIn }: { signedIn: boolean }) {
  const t = useWords()
  return (
    <header className="border-b">
      <div className="mx-auto flex h-16 max-w-6xl items-center justify-between gap-3 px-4 sm:px-6">
        <Link href="/" className="inline-flex rounded-md py-1 pr-2" aria-label={t('site.holdfastToTheStart')}>
          <Wordmark />
        </Link>
        <nav aria-label={t('site.account')} className="flex items-center gap-2">
          {signedIn ? (
            <LinkButton href="/dashboard" size="sm">
              {t('site.openHoldfast')}
            </LinkButton>
          ) : (
            <>
              <LinkButton href="/sign-in" variant="ghost" size="sm">
                {t('site.signIn')}
              </LinkButton>
              <LinkButton href="/sign-up" size="sm" className="max-xs:hidden">
                {t('site.createAccount')}
              </LinkButton>
            </>
          )}
        </nav>
      </div>
    </header>
  )
}
