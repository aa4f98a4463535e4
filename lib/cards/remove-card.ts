import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { detachRemovedCard } from './detach-removed-card.ts'
import type { CardErrorCode } from './model.ts'

const HOLDING = ['pending', 'requires_action', 'requires_capture'] as const

async function claim(tx: Tx, actor: Actor, cardId: string): Promise<Result<void, CardErrorCode>> {
  await tx.$queryRaw`SELECT id FROM saved_cards WHERE id = ${cardId} FOR UPDATE`
  const card = await tx.savedCard.findFirst({
    where: { id: cardId, livemode: env().stripe.livemode, customer: { userId: actor.userId } },
  })
  if (!card) return fail('not_found')
  if (card.removedAt) return ok()
  const holding = await tx.payment.count({ where: { savedCardId: card.id, status: { in: [...HOLDING] } } })
  if (holding > 0) return fail('card_in_use')
  await tx.savedCard.update({ where: { id: card.id }, data: { removedAt: now(), isDefault: false } })
  const next = await tx.savedCard.findFirst({
    where: { customerId: card.customerId, removedAt: null },
    orderBy: { id: 'desc' },
  })
  if (card.isDefault && next) await tx.savedCard.update({ where: { id: next.id }, data: { isDefault: true } })
  const subject = { type: 'saved_card', id: card.id }
  const changeId = await recordAuditEvent(tx, actor, {
    action: 'card.remove',
    subject,
    before: { brand: card.brand, last4: card.last4, isDefault: card.isDefault },
    after: { removed: true, ...(card.isDefault && next && { default: next.id }) },
  })
  const change = { changeId, customerRowId: card.customerId }
  if (card.isDefault && next)
    await enqueue(tx, 'send-default-card', change, { key: `default-card:${card.customerId}` })
  await enqueue(tx, 'detach-removed-card', { savedCardId: card.id })
  return ok()
}

/** Removes a card, here at once and then at Stripe, where it can never be charged again. Not while it holds money for an order. */
export async function removeCard(
  actor: Actor,
  input: { cardId: string },
): Promise<Result<void, CardErrorCode>> {
  const claimed = await transaction(tx => claim(tx, actor, input.cardId))
  if (claimed.ok) await detachRemovedCard(input.cardId)
  return claimed
}
