import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { transaction } from '../db.ts'
import { redrawPicture } from '../redraw-picture.ts'
import { fail, ok, type Result } from '../result.ts'
import { picturesPerUser } from './limits.ts'
import type { Actor } from './model.ts'
import type { PictureErrorCode } from './picture-model.ts'

const SIZE = { width: 256, height: 256 }
const LEAST = { width: 128, height: 128 }

/** Gives the actor a picture, in place of the one they had. `bytes` is the file as it was sent. */
export async function keepPicture(actor: Actor, bytes: Buffer): Promise<Result<void, PictureErrorCode>> {
  const { userId } = actor
  if (!(await picturesPerUser.take(userId))) return fail('too_many_tries')
  const picture = await redrawPicture(bytes, SIZE, LEAST)
  if (!picture.ok) return picture
  await transaction(async tx => {
    const { value } = picture
    const earlier = await tx.profilePicture.findUnique({ where: { userId }, select: { digest: true } })
    await tx.profilePicture.upsert({ where: { userId }, create: { userId, ...value }, update: value })
    const subject = { type: 'User', id: userId }
    await recordAuditEvent(tx, actor, {
      action: 'user.picture_changed',
      subject,
      before: { picture: earlier?.digest ?? null },
      after: { picture: value.digest },
    })
  })
  return ok()
}
