import { may } from '../access/model.ts'
import { db } from '../db.ts'
import type { Actor } from '../users/model.ts'

const PAGE_SIZE = 50

export type AuditEventView = {
  id: string
  actorName: string
  actorRole: string
  action: string
  subjectType: string
  subjectId: string
  before: unknown
  after: unknown
  ip: string
  createdAt: Date
}

/** A page of the audit log, newest first, for admins; empty for anybody else. `cursor` is the last id of the page before. */
export async function listAuditEvents(
  actor: Actor,
  input: { cursor?: string | undefined },
): Promise<{ events: AuditEventView[]; nextCursor: string | null }> {
  if (!may(actor, 'audit')) return { events: [], nextCursor: null }
  const rows = await db().auditEvent.findMany({
    where: input.cursor ? { id: { lt: input.cursor } } : {},
    orderBy: { id: 'desc' },
    take: PAGE_SIZE + 1,
  })
  const page = rows.slice(0, PAGE_SIZE)
  const ids = page.flatMap(row => (row.actorId ? [row.actorId] : []))
  const profiles = await db().userProfile.findMany({ where: { userId: { in: ids } } })
  const names = new Map(profiles.map(profile => [profile.userId, profile.displayName]))
  const events = page.map(({ actorId, userAgent: _, ...row }) => ({
    ...row,
    actorName: names.get(actorId ?? '') ?? 'System',
  }))
  return { events, nextCursor: rows.length > PAGE_SIZE ? (page.at(-1)?.id ?? null) : null }
}
