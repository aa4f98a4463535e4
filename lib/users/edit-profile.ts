import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { transaction } from '../db.ts'
import { ok, type Result } from '../result.ts'
import type { Actor } from './model.ts'
import type { ProfileInput } from './profile-model.ts'

/** Changes how the actor is called, in which language they are spoken and written to, and by which clock their dates are written. */
export async function editProfile(
  actor: Actor,
  { displayName, language, timeZone }: ProfileInput,
): Promise<Result<void, never>> {
  const { userId } = actor
  await transaction(async tx => {
    const select = { displayName: true, timeZone: true, user: { select: { language: true } } } as const
    const { user, ...before } = await tx.userProfile.findUniqueOrThrow({ where: { userId }, select })
    await tx.userProfile.update({ where: { userId }, data: { displayName, timeZone } })
    await tx.user.update({ where: { id: userId }, data: { language } })
    await recordAuditEvent(tx, actor, {
      action: 'user.profile_edited',
      subject: { type: 'User', id: userId },
      before: { ...before, ...user },
      after: { displayName, timeZone, language },
    })
  })
  return ok()
}
