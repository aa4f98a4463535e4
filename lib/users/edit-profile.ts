import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { transaction } from '../db.ts'
import { ok, type Result } from '../result.ts'
import type { Actor } from './model.ts'
import type { ProfileInput } from './profile-model.ts'

/** Changes how the actor is called and by which clock their dates are written. */
export async function editProfile(
  actor: Actor,
  { displayName, timeZone }: ProfileInput,
): Promise<Result<void, never>> {
  const { userId } = actor
  await transaction(async tx => {
    const before = await tx.userProfile.findUniqueOrThrow({ where: { userId } })
    await tx.userProfile.update({ where: { userId }, data: { displayName, timeZone } })
    await recordAuditEvent(tx, actor, {
      action: 'user.profile_edited',
      subject: { type: 'User', id: userId },
      before: { displayName: before.displayName, timeZone: before.timeZone },
      after: { displayName, timeZone },
    })
  })
  return ok()
}
