import { CAPABILITIES } from '../access/model.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { type Tx, transaction } from '../db.ts'
import { newId } from '../ids.ts'
import { notify } from '../notifications/notify.ts'
import { recordOrderEvent } from '../orders/record-order-event.ts'
import { visibleTo } from '../orders/visible-to.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { canDisagree, type DisagreementErrorCode, type OpenDisagreementInput } from './model.ts'

type Opened = Result<{ disagreementId: string }, DisagreementErrorCode>

/** The disagreement that this form has already opened, if any. */
async function alreadyOpened(
  tx: Tx,
  actor: Actor,
  { requestKey, orderId, text }: OpenDisagreementInput,
): Promise<Opened | null> {
  const key = { openedById: actor.userId, requestKey }
  const row = await tx.disagreement.findUnique({ where: { openedById_requestKey: key } })
  if (!row) return null
  const isSame = row.orderId === orderId && row.text === text
  return isSame ? ok({ disagreementId: row.id }) : fail('request_key_reused')
}

/** The other party and every admin are told. */
async function tell(tx: Tx, actor: Actor, order: { id: string; otherId: string }, id: string): Promise<void> {
  const admins = await tx.user.findMany({
    where: { adminRole: { in: [...CAPABILITIES.decide] }, suspendedAt: null },
    select: { id: true },
  })
  for (const recipientId of [order.otherId, ...admins.map(admin => admin.id)]) {
    const notice = { kind: 'disagreement_opened', fact: `disagreement_opened:${id}`, data: {} } as const
    if (recipientId !== actor.userId) await notify(tx, { ...notice, recipientId, orderId: order.id })
  }
}

/**
 * A party of an order asks an admin to decide. One at a time; while it is open, neither silence nor the end of the hold decides anything
 * by itself, and both parties can still act. Sending the same form again is the same disagreement.
 */
export async function openDisagreement(actor: Actor, input: OpenDisagreementInput): Promise<Opened> {
  if (actor.role === 'ADMIN') return fail('not_found')
  return transaction(async (tx): Promise<Opened> => {
    await tx.$queryRaw`SELECT id FROM orders WHERE id = ${input.orderId} FOR NO KEY UPDATE`
    const order = await tx.order.findFirst({ where: { AND: [visibleTo(actor), { id: input.orderId }] } })
    if (!order) return fail('not_found')
    const before = await alreadyOpened(tx, actor, input)
    if (before) return before
    const open = { orderId: order.id, status: 'open' } as const
    if ((await tx.disagreement.count({ where: open })) > 0) return fail('already_open')
    if (!canDisagree(order.status)) return fail('wrong_state')
    const id = newId('dsg')
    const { requestKey, orderId, text } = input
    await tx.disagreement.create({
      data: { id, orderId, openedById: actor.userId, requestKey, text, createdAt: now() },
    })
    await recordOrderEvent(tx, orderId, 'disagreement_opened', { actorId: actor.userId })
    await recordAuditEvent(tx, actor, {
      action: 'disagreement.open',
      subject: { type: 'order', id: orderId },
      after: { disagreementId: id },
    })
    const otherId = order.employerId === actor.userId ? order.contractorId : order.employerId
    await tell(tx, actor, { id: orderId, otherId }, id)
    return ok({ disagreementId: id })
  })
}
