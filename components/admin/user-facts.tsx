import { Moment } from '#components/orders/moment.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import type { KnownUser } from '#lib/users/admin-model.ts'
import { useWords } from '#words'

/** Whether somebody can sign in, and how much of theirs is under way. */
export function UserFacts({ user }: { user: KnownUser }) {
  const t = useWords()
  return (
    <DescriptionList>
      <DescriptionItem term={t('console.access')}>
        {user.suspendedAt ? (
          <Badge tone="destructive" dot>
            {t('console.suspendedSince')} <Moment at={user.suspendedAt} />
          </Badge>
        ) : (
          <Badge tone="success" dot>
            {t('console.canSignIn')}
          </Badge>
        )}
      </DescriptionItem>
      <DescriptionItem term={t('console.sinceDay')}>
        <Moment at={user.createdAt} />
      </DescriptionItem>
      <DescriptionItem term={t('console.sessions')}>{user.liveSessions}</DescriptionItem>
      <DescriptionItem term={t('console.openOrders')}>{user.openOrders}</DescriptionItem>
      <DescriptionItem term={t('console.heldOrders')}>{user.heldOrders}</DescriptionItem>
    </DescriptionList>
  )
}
