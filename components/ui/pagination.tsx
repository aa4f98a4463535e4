import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useWords } from '#words'
import { LinkButton } from './button.tsx'

type Props = {
  label: string
  /** Addresses of the neighbouring pages; leave out where there is none. */
  previous?: string
  next?: string
}

/** Links to the neighbouring pages of a list; nothing when there is only one page. */
export function Pagination({ label, previous, next }: Props) {
  const t = useWords()
  if (!previous && !next) return null
  return (
    <nav aria-label={label} className="flex items-center justify-between gap-3 pt-4">
      {previous ? (
        <LinkButton href={previous} rel="prev" variant="secondary" size="sm">
          <ArrowLeft aria-hidden /> {t('shell.previous')}
        </LinkButton>
      ) : (
        <span />
      )}
      {next ? (
        <LinkButton href={next} rel="next" variant="secondary" size="sm">
          {t('shell.next')} <ArrowRight aria-hidden />
        </LinkButton>
      ) : null}
    </nav>
  )
}
