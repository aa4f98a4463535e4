import type { Prisma } from '../db.ts'
import { env } from '../env.ts'
import type { Actor } from '../users/model.ts'

/** The orders that an actor may see, as a part of every query: their own as either party, or all for an admin. */
export function visibleTo(actor: Actor): Prisma.OrderWhereInput {
  const { livemode } = env().stripe
  if (actor.role === 'ADMIN') return { livemode }
  if (actor.role === 'EMPLOYER') return { livemode, employerId: actor.userId }
  return { livemode, contractorId: actor.userId }
}
