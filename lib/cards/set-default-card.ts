import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { CardErrorCode } from './model.ts'
import { sendDefaultCard } from './send-default-card.ts'

type Claim = { changeId: string; customerRowId: string }

async function claim(tx: Tx, actor: Actor, cardId: string): Promise<Result<Claim, CardErrorCode>> {
  const card = await tx.savedCard.findFirst({
    where: {
      id: cardId,
      removedAt: null,
      livemode: env().stripe.livemode,
      customer: { userId: actor.userId },
    },
    include: { customer: true },
  })
  if (!card?.customer.stripeCustomerId) return fail('not_found')
  await tx.$queryRaw`SELECT id FROM customers WHERE id = ${card.customerId} FOR UPDATE`
  const earlier = await tx.savedCard.updateManyAndReturn({
    where: { customerId: card.customerId, isDefault: true },
    data: { isDefault: false },
    select: { id: true },
  })
  await tx.savedCard.update({ where: { id: card.id }, data: { isDefault: true } })
  const changeId = await recordAuditEvent(tx, actor, {
    action: 'card.default',
    subject: { type: 'saved_card', id: card.id },
    before: { default: earlier[0]?.id ?? null },
    after: { default: card.id },
  })
  const claimed = { changeId, customerRowId: card.customerId }
  const options = { key: `default-card:${card.customerId}`, delaySeconds: 30 }
  await enqueue(tx, 'send-default-card', claimed, options)
  return ok(claimed)
}

/** Makes a card the one that is offered first, here and at Stripe (`invoice_settings.default_payment_method`). */
export async function setDefaultCard(
  actor: Actor,
  input: { cardId: string },
): Promise<Result<void, CardErrorCode>> {
  const claimed = await transaction(tx => claim(tx, actor, input.cardId))
  if (!claimed.ok) return claimed
  // The choice is made: if Stripe does not hear of it now, the job tells it.
  await sendDefaultCard(claimed.value.customerRowId, claimed.value.changeId)
  return ok()
}
