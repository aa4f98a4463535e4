import { now } from '../clock.ts'
import { Prisma, type Tx } from '../db.ts'
import { newId } from '../ids.ts'
import type { Actor, SystemActor } from '../users/model.ts'
import type { AuditAction } from './actions-model.ts'

export type AuditEntry = {
  action: AuditAction
  subject: { type: string; id: string }
  /** What was there; left out where the event made something. */
  before?: Prisma.InputJsonValue
  /** What is there since. Plain data, or an expression over the rows of `auditInsert`'s `from`. */
  after: Prisma.InputJsonValue | Prisma.Sql
}

function json(value: AuditEntry['after'] | undefined): Prisma.Sql {
  if (value instanceof Prisma.Sql) return value
  return Prisma.sql`${value === undefined ? null : JSON.stringify(value)}::jsonb`
}

/**
 * The statement that writes who did what. As a part of a larger one, `from` (such as `FROM made`) ties it to the change: it is
 * written when that has a row.
 */
export function auditInsert(
  actor: Actor | SystemActor,
  entry: AuditEntry,
  from: Prisma.Sql = Prisma.empty,
  id = newId('aud'),
): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO audit_events
      (id, actor_id, actor_role, action, subject_type, subject_id, before, after, ip, user_agent, created_at)
    SELECT ${id}::text, ${actor.userId}::text, ${actor.role}::text, ${entry.action}::text, ${entry.subject.type}::text,
      ${entry.subject.id}::text, ${json(entry.before)}, ${json(entry.after)}, ${actor.origin.ip}::text,
      ${actor.origin.userAgent}::text, ${now().toISOString()}::timestamp ${from}`
}

/** Writes who did what, in the transaction of the change itself: there is never one without the other. Returns its id. */
export async function recordAuditEvent(
  tx: Tx,
  actor: Actor | SystemActor,
  entry: AuditEntry,
): Promise<string> {
  const id = newId('aud')
  await tx.$executeRaw(auditInsert(actor, entry, Prisma.empty, id))
  return id
}
