import Link from 'next/link'
import { addressOf } from '#components/orders/address.ts'
import { LinkButton } from '#components/ui/button.tsx'
import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import type { OrderDetail } from '#lib/orders/model.ts'
import { personName } from '#lib/users/person-name-model.ts'
import { useWords } from '#words'

const link = 'text-primary underline underline-offset-4'

/** Both sides of an order: the employer's other orders, the contractor's page, and the way to a recovery. */
export function PartyLinks({ order }: { order: OrderDetail }) {
  const t = useWords()
  const { employer, contractor } = order
  return (
    <div className="grid gap-4">
      <DescriptionList>
        <DescriptionItem term={t('people.employer')}>
          <Link
            prefetch={false}
            href={addressOf('/admin/orders', { q: employer.displayName })}
            className={link}
          >
            {personName(t, employer.displayName)}
          </Link>
        </DescriptionItem>
        <DescriptionItem term={t('people.contractor')}>
          <Link prefetch={false} href={`/admin/contractors/${contractor.userId}`} className={link}>
            {personName(t, contractor.displayName)}
          </Link>
        </DescriptionItem>
      </DescriptionList>
      {order.status === 'completed' ? (
        <LinkButton
          href={`/admin/contractors/${contractor.userId}?order=${order.id}#recover`}
          variant="secondary"
          size="sm"
        >
          {t('moves.recoverLink')}
        </LinkButton>
      ) : null}
    </div>
  )
}
