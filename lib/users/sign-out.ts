import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { transaction } from '../db.ts'
import { SESSION_ENDED } from './end-sessions.ts'
import type { RequestOrigin } from './model.ts'

/**
 * Ends the session that the caller's own token names: it is dead from the next request on. Doing it again changes nothing.
 */
export async function signOut(sessionId: string, origin: RequestOrigin): Promise<void> {
  await transaction(async tx => {
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, revokedAt: null },
      data: { revokedAt: now() },
    })
    if (count === 0) return
    const { user } = await tx.session.findUniqueOrThrow({
      where: { id: sessionId },
      select: { user: { select: { id: true, role: true } } },
    })
    await recordAuditEvent(
      tx,
      { userId: user.id, role: user.role, origin },
      { action: 'session.revoked', subject: { type: 'Session', id: sessionId }, ...SESSION_ENDED },
    )
  })
}
