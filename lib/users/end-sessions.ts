import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import type { Tx } from '../db.ts'
import type { Actor } from './model.ts'

/** What the audit log says of any session that is ended. */
export const SESSION_ENDED = { before: { open: true }, after: { open: false } }

/**
 * Ends the actor's own sessions, in the caller's transaction: each is dead on its next request. `which` narrows them down to one, or to
 * all but one. Returns how many there were.
 */
export async function endSessions(
  tx: Tx,
  actor: Actor,
  which: { only?: string; except?: string | undefined } = {},
): Promise<number> {
  const id = which.only === undefined ? { not: which.except } : which.only
  const at = now()
  const ended = await tx.session.updateManyAndReturn({
    where: { userId: actor.userId, id, revokedAt: null, expiresAt: { gt: at } },
    data: { revokedAt: at },
    select: { id: true },
  })
  for (const session of ended) {
    const subject = { type: 'Session', id: session.id }
    await recordAuditEvent(tx, actor, { action: 'session.revoked', subject, ...SESSION_ENDED })
  }
  return ended.length
}
