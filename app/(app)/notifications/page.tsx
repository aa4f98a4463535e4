import { Bell, Settings2 } from 'lucide-react'
import type { Metadata } from 'next'
import { NotificationList } from '#components/notifications/notification-list.tsx'
import { addressOf, firstOf, readTrail, type SearchParams } from '#components/orders/address.ts'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { UndoNotice } from '#components/ui/undo-notice.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { markUnreadInput } from '#lib/notifications/model.ts'
import { countMarkedRead, listNotifications } from '#lib/notifications/queries.ts'
import type { Actor } from '#lib/users/model.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { markAllReadAction, markUnreadAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('shell.notifications') }
}

const PATH = '/notifications'

export default async function NotificationsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor()
  const t = await getWords()
  const { cursor, read } = await searchParams
  const trail = readTrail(firstOf(cursor))
  const { notifications, nextCursor } = await listNotifications(actor, t, { cursor: trail.current })
  const page = (cursor: string) => addressOf(PATH, { cursor })
  const newest = notifications[0]
  const hasUnread = notifications.some(({ isRead }) => !isRead)
  return (
    <>
      <PageHeader
        title={t('shell.notifications')}
        description={t('shell.whatHappenedToYourOrdersAnd')}
        actions={
          <>
            {newest && hasUnread ? (
              <ActionForm action={markAllReadAction} hidden={{ upTo: newest.id }}>
                <SubmitButton variant="secondary" pending={t('shell.marking')}>
                  {t('shell.markAllAsRead')}
                </SubmitButton>
              </ActionForm>
            ) : null}
            <LinkButton href="/notifications/preferences" variant="secondary">
              <Settings2 aria-hidden /> {t('preferences.title')}
            </LinkButton>
          </>
        }
      />
      <MarkedRead actor={actor} read={firstOf(read)} />
      <Card>
        {notifications.length === 0 ? (
          <EmptyState
            icon={Bell}
            title={t('shell.nothingToTellYet')}
            action={<LinkButton href="/dashboard">{t('shell.goOn')}</LinkButton>}
          >
            {t('shell.whenMoneyIsHeldWork')}
          </EmptyState>
        ) : (
          <NotificationList notifications={notifications} />
        )}
      </Card>
      <Pagination
        label={t('shell.pagesOfNotifications')}
        previous={trail.previous === null ? undefined : page(trail.previous)}
        next={nextCursor ? page(trail.next(nextCursor)) : undefined}
      />
    </>
  )
}

/** What marking all as read did, by the moment in the address, and the way back. */
async function MarkedRead({ actor, read }: { actor: Actor; read: string | undefined }) {
  const t = await getWords()
  if (read === 'undone') {
    return (
      <Alert tone="success" role="status" className="mb-6">
        {t('undo.markedUnread')}
      </Alert>
    )
  }
  const marked = markUnreadInput.safeParse({ at: read })
  const count = marked.success ? await countMarkedRead(actor, marked.data.at) : 0
  return count > 0 ? (
    <UndoNotice action={markUnreadAction} hidden={{ at: read ?? '' }}>
      {t('undo.markedRead', { count })}
    </UndoNotice>
  ) : null
}
