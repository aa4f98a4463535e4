import type { Prisma } from '../db.ts'
import type { Actor } from '../users/model.ts'
import { orderableNow } from './orderable.ts'

/** Which listings somebody may see: employers those they can order, contractors their own and those, admins all. */
export function visibleListings(actor: Actor): Prisma.ListingWhereInput {
  if (actor.role === 'ADMIN') return {}
  if (actor.role === 'EMPLOYER') return orderableNow()
  return { OR: [{ contractorId: actor.userId }, orderableNow()] }
}
