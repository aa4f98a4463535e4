import { ObjectionList } from '#components/objections/objection-list.tsx'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { may } from '#lib/access/model.ts'
import { getWords } from '#lib/i18n/request.ts'
import { listObjections } from '#lib/objections/queries.ts'
import type { Actor } from '#lib/users/model.ts'
import { answerObjectionAction } from '../../objections/actions.ts'

/** What the contractor said against recoveries of an order, with the form to answer it; nothing where nothing was said. */
export async function OrderObjections({ actor, orderId }: { actor: Actor; orderId: string }) {
  const objections = await listObjections(actor, { orderId })
  if (objections.length === 0) return null
  return (
    <TitledCard title={(await getWords())('shell.objections')} id="objections">
      <ObjectionList objections={objections} action={may(actor, 'decide') ? answerObjectionAction : null} />
    </TitledCard>
  )
}
