import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

/**
 * A table in a box that scrolls sideways by itself when the screen is narrow (and can be scrolled by keyboard).
 * `caption` names the table for screen readers.
 */
export function Table({
  caption,
  className,
  children,
  ...props
}: ComponentProps<'table'> & { caption: string }) {
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="relative w-full overflow-x-auto rounded-[inherit]"
    >
      <table className={cn('w-full border-collapse text-left text-sm', className)} {...props}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  )
}

export function TableHead({ className, ...props }: ComponentProps<'thead'>) {
  return <thead className={cn('border-b bg-muted/60', className)} {...props} />
}

export function TableBody({ className, ...props }: ComponentProps<'tbody'>) {
  return <tbody className={cn('[&>tr:last-child]:border-0', className)} {...props} />
}

export function TableRow({ className, ...props }: ComponentProps<'tr'>) {
  return <tr className={cn('border-b transition-colors hover:bg-muted/50', className)} {...props} />
}

type CellProps = { align?: 'start' | 'end' }

export function TableHeader({
  className,
  align,
  scope = 'col',
  ...props
}: Omit<ComponentProps<'th'>, 'align'> & CellProps) {
  return (
    <th
      scope={scope}
      className={cn(
        'whitespace-nowrap px-4 py-2.5 font-medium text-muted-foreground text-xs',
        align === 'end' && 'text-right',
        className,
      )}
      {...props}
    />
  )
}

/** `align="end"` for amounts: right-aligned, figures of one width. */
export function TableCell({ className, align, ...props }: Omit<ComponentProps<'td'>, 'align'> & CellProps) {
  return (
    <td
      className={cn('px-4 py-3 align-middle', align === 'end' && 'text-right tabular-nums', className)}
      {...props}
    />
  )
}
