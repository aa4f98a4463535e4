import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { transaction } from '../db.ts'
import { ok, type Result } from '../result.ts'
import type { Actor } from './model.ts'

/** Takes the actor's own picture away. Without one, it changes nothing. */
export async function removePicture(actor: Actor): Promise<Result<void, never>> {
  const { userId } = actor
  await transaction(async tx => {
    const [removed] = await tx.$queryRaw<{ digest: string }[]>`
      DELETE FROM profile_pictures WHERE user_id = ${userId} RETURNING digest`
    if (!removed) return
    const subject = { type: 'User', id: userId }
    await recordAuditEvent(tx, actor, {
      action: 'user.picture_removed',
      subject,
      before: { picture: removed.digest },
      after: { picture: null },
    })
  })
  return ok()
}
