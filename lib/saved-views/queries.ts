import { may } from '../access/model.ts'
import { db } from '../db.ts'
import type { ListName } from '../records/model.ts'
import type { Actor } from '../users/model.ts'
import { type SavedView, VIEWS_MAX } from './model.ts'

/** An admin's own views of a list, by name; none for anybody else. */
export async function listSavedViews(actor: Actor, list: ListName): Promise<SavedView[]> {
  if (!may(actor, 'view')) return []
  return db().savedView.findMany({
    where: { userId: actor.userId, list },
    select: { id: true, name: true, query: true },
    orderBy: { name: 'asc' },
    take: VIEWS_MAX,
  })
}
