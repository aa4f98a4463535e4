import Link from 'next/link'
import { Moment } from '#components/orders/moment.tsx'
import { Badge } from '#components/ui/badge.tsx'
import type { NotificationView } from '#lib/notifications/model.ts'
import { useWords } from '#words'

/** What somebody was told, each with the way to what it is about. */
export function NotificationList({ notifications }: { notifications: NotificationView[] }) {
  const t = useWords()
  return (
    <ul className="divide-y">
      {notifications.map(notification => (
        <li key={notification.id} className="relative grid gap-1 px-5 py-4 hover:bg-muted/50 sm:px-6">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <h2 className={notification.isRead ? 'text-base' : 'font-semibold text-base'}>
              <Link
                prefetch={false}
                href={notification.href}
                className="rounded-sm after:absolute after:inset-0"
              >
                {notification.title}
              </Link>
            </h2>
            <div className="flex items-center gap-3 text-muted-foreground text-sm">
              {notification.isRead ? null : (
                <Badge tone="primary" dot>
                  {t('shell.new')}
                </Badge>
              )}
              <Moment at={notification.createdAt} />
            </div>
          </div>
          <p className="max-w-prose text-sm">{notification.text}</p>
          <p className="wrap-anywhere text-muted-foreground text-sm">{notification.about}</p>
          {notification.mailState === 'failed' ? (
            <p className="text-destructive text-sm">{t('shell.theEMailAboutIt')}</p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
