import type { ReactNode } from 'react'
import { cn } from './cn.ts'

type Props = {
  /** What is progressing, for screen readers. */
  label: string
  /** 0 to `max`; leave out while the end is unknown. */
  value?: number
  max?: number
  /** Words beside the bar, such as "3 of 5 steps". */
  children?: ReactNode
  className?: string
}

export function Progress({ label, value, max = 100, children, className }: Props) {
  return (
    <div className={cn('grid gap-1.5', className)}>
      <progress aria-label={label} value={value} max={max} className="progress-bar h-2 w-full" />
      {children ? <p className="text-muted-foreground text-xs tabular-nums">{children}</p> : null}
    </div>
  )
}
