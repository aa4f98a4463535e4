import type { ReactNode } from 'react'
import { cn } from './cn.ts'

/** Terms and their values, e.g. the breakdown of an amount. */
export function DescriptionList({ className, children }: { className?: string; children: ReactNode }) {
  return <dl className={cn('grid divide-y text-sm', className)}>{children}</dl>
}

type ItemProps = { term: ReactNode; children: ReactNode; hint?: ReactNode; strong?: boolean }

/** One line. `strong` for a total. */
export function DescriptionItem({ term, children, hint, strong }: ItemProps) {
  return (
    <div
      className={cn(
        'flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 py-2.5',
        strong && 'font-semibold',
      )}
    >
      <dt className={strong ? undefined : 'text-muted-foreground'}>
        {term}
        {hint ? <span className="block font-normal text-muted-foreground text-xs">{hint}</span> : null}
      </dt>
      <dd className="min-w-0 text-right tabular-nums">{children}</dd>
    </div>
  )
}
