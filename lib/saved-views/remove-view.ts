import { may } from '../access/model.ts'
import { db } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { RemoveViewInput, SavedViewErrorCode } from './model.ts'

/** Forgets one of an admin's own views. */
export async function removeView(
  actor: Actor,
  { viewId }: RemoveViewInput,
): Promise<Result<void, SavedViewErrorCode>> {
  if (!may(actor, 'view')) return fail('not_found')
  const { count } = await db().savedView.deleteMany({ where: { id: viewId, userId: actor.userId } })
  return count > 0 ? ok() : fail('not_found')
}
