import { db } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { ListingStatus } from './model.ts'

/** Authorization of every command on a listing: it is the contractor's own. */
export async function findOwnListing(
  actor: Actor,
  listingId: string,
): Promise<Result<{ id: string; currency: string; status: ListingStatus }, 'not_found'>> {
  const row = await db().listing.findFirst({
    where: {
      id: listingId,
      contractorId: actor.userId,
      contractor: { role: 'CONTRACTOR', suspendedAt: null },
    },
    select: { id: true, currency: true, status: true },
  })
  return row ? ok(row) : fail('not_found')
}
