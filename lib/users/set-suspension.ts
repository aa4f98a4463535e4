import { may } from '../access/model.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { transaction } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import type { SetSuspensionInput, SuspensionErrorCode } from './admin-model.ts'
import type { Actor } from './model.ts'

/**
 * An owner suspends somebody, or lets them in again; who has deleted their account stays away. Their sessions are over with it, each on its next request; nobody can order from them, nor
 * they from others, and no money leaves their balance by their hand. What was agreed before goes on by itself.
 */
export async function setSuspension(
  actor: Actor,
  { userId, suspended, reason }: SetSuspensionInput,
): Promise<Result<void, SuspensionErrorCode>> {
  if (!may(actor, 'people')) return fail('not_found')
  if (userId === actor.userId) return fail('own_account')
  return transaction(async tx => {
    await tx.$queryRaw`SELECT id FROM users WHERE id = ${userId} FOR UPDATE`
    const user = await tx.user.findUnique({ where: { id: userId, deletedAt: null } })
    if (!user) return fail('not_found')
    if ((user.suspendedAt !== null) === suspended) return ok()
    const at = now()
    await tx.user.update({ where: { id: userId }, data: { suspendedAt: suspended ? at : null } })
    const live = { userId, revokedAt: null }
    const ended = suspended
      ? await tx.session.updateMany({ where: live, data: { revokedAt: at } })
      : { count: 0 }
    await recordAuditEvent(tx, actor, {
      action: suspended ? 'user.suspended' : 'user.unsuspended',
      subject: { type: 'User', id: userId },
      before: { suspendedAt: user.suspendedAt?.toISOString() ?? null },
      after: { suspendedAt: suspended ? at.toISOString() : null, reason, sessionsEnded: ended.count },
    })
    return ok()
  })
}
