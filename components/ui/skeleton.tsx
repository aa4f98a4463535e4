import { cn } from './cn.ts'

/** A grey shape where something is about to be. Hidden from screen readers: say "Loading…" once beside a group of them. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn('block animate-pulse rounded-md bg-muted', className)} />
}
