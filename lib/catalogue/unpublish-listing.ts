import { ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { ListingErrorCode } from './model.ts'
import { moveListing } from './move-listing.ts'
import { findOwnListing } from './own-listing.ts'

/** Takes a listing out of the catalogue. It can be published again; orders that were placed go on. */
export async function unpublishListing(
  actor: Actor,
  { listingId }: { listingId: string },
): Promise<Result<{ listingId: string }, ListingErrorCode>> {
  const own = await findOwnListing(actor, listingId)
  if (!own.ok) return own
  await moveListing(actor, listingId, 'unpublish')
  return ok({ listingId })
}
