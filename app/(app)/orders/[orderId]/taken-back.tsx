import { OwnRecoveryList } from '#components/objections/own-recovery-list.tsx'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { listOwnRecoveries } from '#lib/objections/queries.ts'
import type { Actor } from '#lib/users/model.ts'
import { objectAction } from '../../balance/recoveries/actions.ts'

/** What was recovered of an order from its contractor, for that contractor to read and object to; nothing for anybody else. */
export async function TakenBack({ actor, orderId }: { actor: Actor; orderId: string }) {
  const t = await getWords()
  const recoveries = await listOwnRecoveries(actor, orderId)
  if (recoveries.length === 0) return null
  return (
    <TitledCard title={t('orders.takenBack')} id="taken-back">
      <OwnRecoveryList recoveries={recoveries} isOnOrder action={objectAction} />
    </TitledCard>
  )
}
