import { db } from '../db.ts'
import { env } from '../env.ts'
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

/** The currency in which the contractor is paid; null before there is an account at Stripe. */
export async function currencyOf(actor: Actor): Promise<string | null> {
  const account = await db().connectedAccount.findFirst({
    where: { userId: actor.userId, livemode: env().stripe.livemode, stripeAccountId: { not: null } },
    select: { defaultCurrency: true },
  })
  return account?.defaultCurrency ?? null
}
