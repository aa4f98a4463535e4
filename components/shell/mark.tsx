import { cn } from '#components/ui/cn.ts'

/** The mark: two posts and the ring that holds them — what is between two parties until both are content. */
function Mark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
      className={cn('size-7 text-primary', className)}
    >
      <rect width="32" height="32" rx="9" fill="currentColor" />
      <g className="stroke-primary-foreground" fill="none" strokeWidth="2.6" strokeLinecap="round">
        <path d="M9.5 8v16M22.5 8v16" />
        <circle cx="16" cy="16" r="4.4" />
        <path d="M9.5 16h2.1M20.4 16h2.1" />
      </g>
    </svg>
  )
}

export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5">
      <Mark />
      <span className="font-semibold text-base tracking-tight">Holdfast</span>
    </span>
  )
}
