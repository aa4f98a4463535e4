import { DisagreementItem } from '#components/disagreements/disagreement-item.tsx'
import { SettleForm } from '#components/disagreements/settle-form.tsx'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { may } from '#lib/access/model.ts'
import { listDisagreementsOf } from '#lib/disagreements/queries.ts'
import { getWords } from '#lib/i18n/request.ts'
import type { PaymentView } from '#lib/payments/model.ts'
import type { Actor } from '#lib/users/model.ts'
import { settleDisagreementAction } from './actions.ts'

type Props = { actor: Actor; orderId: string; payment: PaymentView | null }

/** What the parties disagree about, with the decision to make. Nothing where they never did. */
export async function AdminDisagreements({ actor, orderId, payment }: Props) {
  const disagreements = await listDisagreementsOf(actor, orderId)
  if (disagreements.length === 0) return null
  const held =
    payment?.status === 'requires_capture' ? { amount: payment.amount, currency: payment.currency } : null
  return (
    <TitledCard title={(await getWords())('talk.disagreement')} id="disagreement">
      <ul className="grid gap-6">
        {disagreements.map(view => (
          <DisagreementItem key={view.id} view={view}>
            {view.status === 'open' && may(actor, 'decide') ? (
              <SettleForm view={view} held={held} action={settleDisagreementAction} />
            ) : null}
          </DisagreementItem>
        ))}
      </ul>
    </TitledCard>
  )
}
