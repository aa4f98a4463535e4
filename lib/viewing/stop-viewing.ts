import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { transaction } from '../db.ts'
import type { Actor } from '../users/model.ts'

/**
 * The admin of a sign-in is themselves again. Returns whom they looked at; null where they looked at nobody. Where the time had run out by itself,
 * the audit log has that in the row of the beginning.
 */
export async function stopViewing(actor: Actor): Promise<string | null> {
  const { sessionId: id } = actor
  if (!id) return null
  return transaction(async tx => {
    await tx.$queryRaw`SELECT id FROM sessions WHERE id = ${id} FOR UPDATE`
    const own = { id, userId: actor.userId }
    const session = await tx.session.findFirst({ where: own, select: { viewedId: true } })
    if (!session?.viewedId) return null
    await tx.session.updateMany({ where: own, data: { viewedId: null, viewingUntil: null } })
    await recordAuditEvent(tx, actor, {
      action: 'user.view_ended',
      subject: { type: 'User', id: session.viewedId },
      after: { sessionId: id },
    })
    return session.viewedId
  })
}
