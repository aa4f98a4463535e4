import { Hourglass } from 'lucide-react'
import { Moment } from './moment.tsx'

/** When delivered work is approved without a word; nothing where nobody is waited for. */
export function ApprovesItself({ at, isEmployer }: { at: Date | null; isEmployer: boolean }) {
  if (!at) return null
  return (
    <p className="flex items-center gap-2 text-sm">
      <Hourglass aria-hidden className="size-4 shrink-0" />
      <span>
        {isEmployer ? 'Without a word from you' : 'Without a word from the employer'} it is approved on{' '}
        <Moment at={at} />
      </span>
    </p>
  )
}
