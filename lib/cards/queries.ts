import { db } from '../db.ts'
import { env } from '../env.ts'
import type { Actor } from '../users/model.ts'
import type { SavedCardView } from './model.ts'

export function cardView(row: SavedCardView): SavedCardView {
  const { id, brand, last4, expMonth, expYear, isDefault } = row
  return { id, brand, last4, expMonth, expYear, isDefault }
}

/** The actor's own cards, the default first. */
export async function listCards(actor: Actor): Promise<SavedCardView[]> {
  const rows = await db().savedCard.findMany({
    where: { removedAt: null, livemode: env().stripe.livemode, customer: { userId: actor.userId } },
    orderBy: [{ isDefault: 'desc' }, { id: 'desc' }],
  })
  return rows.map(cardView)
}
