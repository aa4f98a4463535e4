import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useWords } from '#words'

type Crumb = { href: string; label: string }

/** The way back: links to the pages above, then the name of this one. */
export function Breadcrumbs({ above, current }: { above: Crumb[]; current: string }) {
  const t = useWords()
  return (
    <nav aria-label={t('shell.breadcrumb')}>
      <ol className="flex flex-wrap items-center gap-1 text-muted-foreground text-sm">
        {above.map(crumb => (
          <li key={crumb.href} className="flex items-center gap-1">
            <Link
              href={crumb.href}
              prefetch={false}
              className="inline-flex min-h-6 items-center rounded-sm hover:text-foreground hover:underline"
            >
              {crumb.label}
            </Link>
            <ChevronRight aria-hidden className="size-3.5" />
          </li>
        ))}
        <li aria-current="page" className="min-w-0 truncate text-foreground">
          {current}
        </li>
      </ol>
    </nav>
  )
}
