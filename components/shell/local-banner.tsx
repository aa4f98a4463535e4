import Link from 'next/link'
import { useWords } from '#words'

/** Says, on every page while the local Stripe is used, that nothing here is real, and leads to the mail that is not sent. */
export function LocalBanner() {
  const t = useWords()
  return (
    <aside
      aria-label={t('site.mode')}
      className="print:hidden bg-warning-soft px-4 py-1.5 text-center font-medium text-warning text-xs"
    >
      {t.rich('site.localStripeNoRealMoney', {
        link: words => (
          <Link href="/dev/mail" prefetch={false} className="underline underline-offset-2">
            {words}
          </Link>
        ),
      })}
      {' · '}
      <Link href="/story" prefetch={false} className="underline underline-offset-2">
        {t('story.title')}
      </Link>
    </aside>
  )
}
