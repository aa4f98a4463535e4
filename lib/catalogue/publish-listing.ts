import { db } from '../db.ts'
import { getPayableAccount } from '../onboarding/payable.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { ListingErrorCode } from './model.ts'
import { moveListing } from './move-listing.ts'
import { findOwnListing } from './own-listing.ts'

/** Shows a listing to employers. Only who can be paid can be ordered from, and in the currency of their account. */
export async function publishListing(
  actor: Actor,
  { listingId }: { listingId: string },
): Promise<Result<{ listingId: string }, ListingErrorCode>> {
  const own = await findOwnListing(actor, listingId)
  if (!own.ok) return own
  const account = await getPayableAccount(db(), actor.userId)
  if (!account) return fail('not_payable')
  if (account.currency !== own.value.currency) return fail('wrong_currency')
  await moveListing(actor, listingId, 'publish')
  return ok({ listingId })
}
