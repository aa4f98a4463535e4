import type { Prisma } from '../db.ts'
import type { Actor } from '../users/model.ts'

/** The offers that an actor may see: those they asked for, or were asked for. */
export function ownOffers(actor: Actor): Prisma.OfferWhereInput {
  if (actor.role === 'ADMIN') return {}
  return actor.role === 'EMPLOYER' ? { employerId: actor.userId } : { contractorId: actor.userId }
}
