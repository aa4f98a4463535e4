import Link from 'next/link'
import { useWords } from '#words'

/** On the first page of a Holdfast with a local Stripe: the way to everything that can be tried. */
export function StoryLink() {
  const t = useWords()
  return (
    <p className="text-muted-foreground text-sm">
      {t('story.landing')}{' '}
      <Link href="/story" className="font-medium text-primary underline underline-offset-4">
        {t('story.title')}
      </Link>
    </p>
  )
}
