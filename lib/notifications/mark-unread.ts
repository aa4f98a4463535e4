import { db } from '../db.ts'
import { env } from '../env.ts'
import { ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { MarkUnreadInput } from './model.ts'

/** Those of the actor's notifications that were marked as read all at once, at that moment, are unread again. */
export async function markUnread(actor: Actor, { at }: MarkUnreadInput): Promise<Result<void, never>> {
  await db().notification.updateMany({
    where: { recipientId: actor.userId, livemode: env().stripe.livemode, readAt: at },
    data: { readAt: null },
  })
  return ok()
}
