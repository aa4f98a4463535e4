import { now } from '../clock.ts'
import { db } from '../db.ts'
import type { Role } from './model.ts'

const IDLE_MINUTES_MAX = 120
const SEEN_SECONDS = 60

/**
 * Who a session belongs to, from the database and not from the token: a session that was revoked, is too old or was left
 * alone for two hours is nobody's, a suspended user has none, and a changed role counts at once.
 */
export async function readSession(sessionId: string): Promise<{ userId: string; role: Role } | null> {
  const at = now()
  const session = await db().session.findUnique({
    where: { id: sessionId },
    select: {
      userId: true,
      expiresAt: true,
      lastSeenAt: true,
      revokedAt: true,
      user: { select: { role: true, suspendedAt: true } },
    },
  })
  if (!session || session.revokedAt || session.user.suspendedAt) return null
  const idleMs = at.getTime() - session.lastSeenAt.getTime()
  if (session.expiresAt <= at || idleMs > IDLE_MINUTES_MAX * 60_000) return null
  if (idleMs > SEEN_SECONDS * 1000) {
    await db().session.updateMany({
      where: { id: sessionId, lastSeenAt: { lt: at }, revokedAt: null },
      data: { lastSeenAt: at },
    })
  }
  return { userId: session.userId, role: session.user.role }
}
