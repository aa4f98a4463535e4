import type { Prisma, Tx } from '../db.ts'
import { newId } from '../ids.ts'
import type { Actor, SystemActor } from '../users/model.ts'

export type AuditEntry = {
  action: string
  subject: { type: string; id: string }
  before?: Prisma.InputJsonValue
  after?: Prisma.InputJsonValue
}

/** Writes who did what, in the transaction of the change itself: there is never one without the other. Returns its id. */
export async function recordAuditEvent(
  tx: Tx,
  actor: Actor | SystemActor,
  entry: AuditEntry,
): Promise<string> {
  const id = newId('aud')
  await tx.auditEvent.create({
    data: {
      id,
      actorId: actor.userId,
      actorRole: actor.role,
      action: entry.action,
      subjectType: entry.subject.type,
      subjectId: entry.subject.id,
      before: entry.before,
      after: entry.after,
      ip: actor.origin.ip,
      userAgent: actor.origin.userAgent,
    },
  })
  return id
}
