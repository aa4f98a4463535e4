import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import type { Tx } from '../db.ts'
import { newId } from '../ids.ts'
import type { RequestOrigin, Role, StartedSession } from './model.ts'

const SESSION_HOURS_MAX = 12

/** Seconds after which a session is over, however busy it is; the cookie lives no longer. */
export const SESSION_SECONDS_MAX = SESSION_HOURS_MAX * 3600

/** Writes the row that makes a sign-in real, in the caller's transaction. Who may have one, the caller decides. */
export async function startSession(
  tx: Tx,
  user: { id: string; role: Role },
  origin: RequestOrigin,
): Promise<StartedSession> {
  const at = now()
  const session = await tx.session.create({
    data: {
      id: newId('ses'),
      userId: user.id,
      ip: origin.ip,
      userAgent: origin.userAgent,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + SESSION_SECONDS_MAX * 1000),
    },
  })
  await recordAuditEvent(
    tx,
    { userId: user.id, role: user.role, origin },
    { action: 'session.started', subject: { type: 'Session', id: session.id }, after: { open: true } },
  )
  return { sessionId: session.id, userId: user.id, role: user.role }
}
