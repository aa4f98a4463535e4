import { Hourglass } from 'lucide-react'
import { useWords } from '#words'
import { Moment } from './moment.tsx'

/** When delivered work is approved without a word; nothing where nobody is waited for. */
export function ApprovesItself({ at, isEmployer }: { at: Date | null; isEmployer: boolean }) {
  const t = useWords()
  if (!at) return null
  return (
    <p className="flex items-center gap-2 text-sm">
      <Hourglass aria-hidden className="size-4 shrink-0" />
      <span>
        {isEmployer ? t('orders.withoutAWordFromYou') : t('orders.withoutAWordFromThe')} <Moment at={at} />
      </span>
    </p>
  )
}
