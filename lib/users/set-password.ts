import { requestAccountMail } from '../account-mails/request-account-mail.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import type { Tx } from '../db.ts'
import { endSessions } from './end-sessions.ts'
import type { Actor } from './model.ts'

/**
 * Writes a new password, in the caller's transaction: whoever was signed in with the old one, or half in, is signed out, and the person is told by
 * a mail. `how` is the audit event's action.
 */
export async function setPassword(
  tx: Tx,
  actor: Actor,
  passwordHash: string,
  how: 'user.password_reset' | 'user.password_changed',
): Promise<void> {
  const { userId } = actor
  const { email } = await tx.user.update({ where: { id: userId }, data: { passwordHash } })
  const sessionsEnded = await endSessions(tx, actor)
  await tx.signInChallenge.deleteMany({ where: { userId } })
  const subject = { type: 'User', id: userId }
  await recordAuditEvent(tx, actor, { action: how, subject, after: { sessionsEnded } })
  await requestAccountMail(tx, { kind: 'password_changed', userId, address: email })
}
