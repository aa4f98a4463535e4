import { ApprovalList } from '#components/admin/approval-list.tsx'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { may } from '#lib/access/model.ts'
import { listApprovals } from '#lib/approvals/queries.ts'
import { getWords } from '#lib/i18n/request.ts'
import type { Actor } from '#lib/users/model.ts'
import { decideApprovalAction, withdrawApprovalAction } from './actions.ts'

type Props = { actor: Actor; of: { orderId?: string; contractorId?: string } }

/** What waits for a second admin about an order or a contractor; nothing where nothing does. */
export async function OpenApprovals({ actor, of }: Props) {
  const approvals = await listApprovals(actor, of)
  if (approvals.length === 0) return null
  const t = await getWords()
  return (
    <TitledCard title={t('console.waitsForSecond')} id="approvals">
      <ApprovalList
        approvals={approvals}
        decide={may(actor, 'approve') ? decideApprovalAction : null}
        withdraw={withdrawApprovalAction}
      />
    </TitledCard>
  )
}
