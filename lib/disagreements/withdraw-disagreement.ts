import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { transaction } from '../db.ts'
import { notify } from '../notifications/notify.ts'
import { recordOrderEvent } from '../orders/record-order-event.ts'
import { visibleTo } from '../orders/visible-to.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { DisagreementErrorCode } from './model.ts'

/** Whoever opened a disagreement takes it back: the parties have agreed. Once withdrawn, doing it again changes nothing. */
export async function withdrawDisagreement(
  actor: Actor,
  input: { disagreementId: string; orderId: string },
): Promise<Result<void, DisagreementErrorCode>> {
  return transaction(async (tx): Promise<Result<void, DisagreementErrorCode>> => {
    const { disagreementId: id, orderId } = input
    await tx.$queryRaw`SELECT id FROM orders WHERE id = ${orderId} FOR NO KEY UPDATE`
    const row = await tx.disagreement.findFirst({
      where: { id, orderId, openedById: actor.userId, order: visibleTo(actor) },
      include: { order: true },
    })
    if (!row) return fail('not_found')
    if (row.status === 'settled') return fail('already_settled')
    if (row.status === 'withdrawn') return ok()
    await tx.disagreement.update({ where: { id }, data: { status: 'withdrawn', settledAt: now() } })
    await recordOrderEvent(tx, row.orderId, 'disagreement_withdrawn', { actorId: actor.userId })
    const { employerId, contractorId } = row.order
    const recipientId = employerId === actor.userId ? contractorId : employerId
    const notice = { kind: 'disagreement_withdrawn', fact: `disagreement_withdrawn:${id}`, data: {} } as const
    await notify(tx, { ...notice, recipientId, orderId })
    await recordAuditEvent(tx, actor, {
      action: 'disagreement.withdraw',
      subject: { type: 'order', id: row.orderId },
      before: { disagreementId: id, status: row.status },
      after: { disagreementId: id, status: 'withdrawn' },
    })
    return ok()
  })
}
