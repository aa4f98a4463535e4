import { may } from '../access/model.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { transaction } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { type StartViewingInput, VIEWING_MINUTES, type ViewingErrorCode } from './model.ts'

/**
 * An admin looks at the pages of an employer or contractor as these see them, for half an hour, with a reason that stays in the audit log. It is the
 * sign-in's own state: from then on its pages are the other's, and nothing can be done with it (lib/users/current-actor.ts).
 */
export async function startViewing(
  actor: Actor,
  { userId, reason }: StartViewingInput,
): Promise<Result<void, ViewingErrorCode>> {
  const { sessionId } = actor
  if (!may(actor, 'impersonate') || !sessionId) return fail('not_found')
  return transaction(async tx => {
    const viewed = await tx.user.findFirst({
      where: { id: userId, role: { not: 'ADMIN' }, deletedAt: null },
      select: { id: true },
    })
    if (!viewed) return fail('not_found')
    const viewingUntil = new Date(now().getTime() + VIEWING_MINUTES * 60_000)
    const own = { id: sessionId, userId: actor.userId, revokedAt: null }
    const begun = await tx.session.updateMany({ where: own, data: { viewedId: userId, viewingUntil } })
    if (begun.count === 0) return fail('not_found')
    await recordAuditEvent(tx, actor, {
      action: 'user.view_started',
      subject: { type: 'User', id: userId },
      after: { reason, sessionId, until: viewingUntil.toISOString() },
    })
    return ok()
  })
}
