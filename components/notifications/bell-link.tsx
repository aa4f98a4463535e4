import { Bell } from 'lucide-react'
import Link from 'next/link'
import { useWords } from '#words'

/** The way to the notifications, with how many are unread. */
export function BellLink({ unread }: { unread: number }) {
  const t = useWords()
  return (
    <Link
      href="/notifications"
      prefetch={false}
      aria-label={unread > 0 ? t('live.bellUnread', { count: unread }) : t('live.bell')}
      className="relative inline-flex size-9 items-center justify-center rounded-md transition-colors hover:bg-muted"
    >
      <Bell aria-hidden className="size-5" />
      {unread > 0 ? (
        <span
          aria-hidden
          className="absolute top-0 right-0 grid h-4.5 min-w-4.5 place-items-center rounded-full bg-primary px-1 font-medium text-primary-foreground text-xs tabular-nums"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      ) : null}
    </Link>
  )
}
