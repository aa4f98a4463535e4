import { db, type Prisma } from '../db.ts'
import { payableNow } from '../onboarding/payable.ts'

/** The condition of a query that employers may order a listing: it is published, and its contractor can be paid. */
export function orderableNow(): Prisma.ListingWhereInput {
  return { status: 'published', contractor: { accounts: { some: payableNow() } } }
}

/** The listing as it was seen: null when it is gone, or its contractor, price, currency or title are others by now. */
export async function findOrderable(
  listingId: string,
  seen: { contractorId: string; amount: bigint; currency: string; title: string },
): Promise<{ deliveryDays: number } | null> {
  const { contractorId, amount, currency, title } = seen
  return db().listing.findFirst({
    where: { AND: [orderableNow(), { id: listingId, contractorId, amount, currency, title }] },
    select: { deliveryDays: true },
  })
}
