import { Disagreements } from '#components/disagreements/disagreements.tsx'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { canDisagree } from '#lib/disagreements/model.ts'
import { listDisagreementsOf } from '#lib/disagreements/queries.ts'
import { getWords } from '#lib/i18n/request.ts'
import type { OrderDetail } from '#lib/orders/model.ts'
import type { Actor } from '#lib/users/model.ts'
import { personName } from '#lib/users/person-name-model.ts'
import { openDisagreementAction, withdrawDisagreementAction } from './disagreement-actions.ts'

/** Shown where there is something to disagree about, or was. */
export async function OrderDisagreements({ actor, order }: { actor: Actor; order: OrderDetail }) {
  const t = await getWords()
  const disagreements = await listDisagreementsOf(actor, order.id)
  if (disagreements.length === 0 && !canDisagree(order.status)) return null
  const other = actor.role === 'EMPLOYER' ? order.contractor : order.employer
  return (
    <TitledCard
      title={disagreements.length > 0 ? t('talk.disagreement') : t('talk.doYouDisagree')}
      id="disagreement"
    >
      <Disagreements
        orderId={order.id}
        otherName={personName(t, other.displayName)}
        disagreements={disagreements}
        openAction={openDisagreementAction}
        withdrawAction={withdrawDisagreementAction}
      />
    </TitledCard>
  )
}
