import { may } from '../access/model.ts'
import { now } from '../clock.ts'
import { transaction } from '../db.ts'
import { newId } from '../ids.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { type SavedViewErrorCode, type SaveViewInput, VIEWS_MAX } from './model.ts'

/** Keeps how an admin looks at a list, for themselves; under a name that they have already it takes the other's place. */
export async function saveView(
  actor: Actor,
  { list, name, query }: SaveViewInput,
): Promise<Result<void, SavedViewErrorCode>> {
  if (!may(actor, 'view')) return fail('not_found')
  const { userId } = actor
  return transaction(async tx => {
    await tx.$queryRaw`SELECT id FROM users WHERE id = ${userId} FOR UPDATE`
    const others = await tx.savedView.count({ where: { userId, list, name: { not: name } } })
    if (others >= VIEWS_MAX) return fail('too_many')
    await tx.savedView.upsert({
      where: { userId_list_name: { userId, list, name } },
      create: { id: newId('svw'), userId, list, name, query, createdAt: now() },
      update: { query },
    })
    return ok()
  })
}
