import { now } from '../clock.ts'
import { db } from '../db.ts'
import type { Actor } from './model.ts'
import { idleSince } from './read-session.ts'
import { deviceOf, type SessionView } from './session-model.ts'

/** The actor's own sign-ins that count, this one first and then the latest used. */
export async function listSessions(actor: Actor): Promise<SessionView[]> {
  const at = now()
  const rows = await db().session.findMany({
    where: {
      userId: actor.userId,
      revokedAt: null,
      expiresAt: { gt: at },
      lastSeenAt: { gte: idleSince(at) },
    },
    orderBy: { lastSeenAt: 'desc' },
    take: 100,
  })
  const views = rows.map(({ id, userAgent, ip, createdAt, lastSeenAt }) => {
    return { id, device: deviceOf(userAgent), ip, createdAt, lastSeenAt, isThis: id === actor.sessionId }
  })
  return views.sort((a, b) => Number(b.isThis) - Number(a.isThis))
}
