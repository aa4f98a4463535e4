import { now } from '../clock.ts'
import { db } from '../db.ts'
import { env } from '../env.ts'
import { ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { MarkAllReadInput } from './model.ts'

/** The actor has read everything up to a notification. Returns the moment by which `markUnread` knows those that this marked. */
export async function markAllRead(
  actor: Actor,
  input: MarkAllReadInput,
): Promise<Result<{ at: Date }, never>> {
  const at = now()
  await db().notification.updateMany({
    where: {
      recipientId: actor.userId,
      livemode: env().stripe.livemode,
      readAt: null,
      id: { lte: input.upTo },
    },
    data: { readAt: at },
  })
  return ok({ at })
}
