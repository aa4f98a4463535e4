import { db, type Prisma } from '../db.ts'
import { cutPage, keyset, type Rank } from '../keyset.ts'
import { moneyOf } from '../money.ts'
import { searchText } from '../search-text.ts'
import type { Actor } from '../users/model.ts'
import type { ListingDetail, ListingSort, ListingSummary, OwnListing, SearchListingsInput } from './model.ts'
import { orderableNow } from './orderable.ts'
import { visibleListings } from './visible.ts'

const PAGE_SIZE = 12
const RANKS: Record<ListingSort, Rank | null> = {
  newest: null,
  cheapest: { field: 'amount', way: 'asc', of: 'bigint' },
  dearest: { field: 'amount', way: 'desc', of: 'bigint' },
  fastest: { field: 'deliveryDays', way: 'asc', of: 'int' },
}
const parts = {
  cover: { select: { digest: true } },
  contractor: { select: { id: true, profile: { select: { displayName: true } } } },
} as const

type Row = Prisma.ListingGetPayload<{ include: typeof parts }>

function detailOf(row: Row): ListingDetail {
  return {
    id: row.id,
    title: row.title,
    category: row.category,
    description: row.description,
    ...moneyOf(row.amount, row.currency),
    deliveryDays: row.deliveryDays,
    coverUrl: row.cover && `/api/listings/${row.id}/cover?v=${row.cover.digest}`,
    contractor: { userId: row.contractor.id, displayName: row.contractor.profile?.displayName ?? '' },
    publishedAt: row.publishedAt,
  }
}

function matching(q: string): Prisma.ListingWhereInput {
  const text = searchText(q)
  const person = { contractor: { profile: { OR: [{ displayName: text }, { headline: text }] } } }
  return { OR: [{ title: text }, { description: text }, person] }
}

/** A page of what can be ordered. `nextCursor` leads to the page after it in the same order; null on the last one. */
export async function searchListings(
  input: SearchListingsInput,
): Promise<{ listings: ListingSummary[]; nextCursor: string | null }> {
  const { q, category, currency, max, days, contractorId, sort } = input
  const paging = keyset(RANKS[sort], input.cursor)
  const rows = await db().listing.findMany({
    where: {
      AND: [
        orderableNow(),
        q ? matching(q) : {},
        { category, currency, contractorId, amount: { lte: max }, deliveryDays: { lte: days } },
        paging.where,
      ],
    },
    include: parts,
    orderBy: paging.orderBy,
    take: PAGE_SIZE + 1,
  })
  const { page, nextCursor } = cutPage(rows, PAGE_SIZE, paging)
  return { listings: page.map(detailOf), nextCursor }
}

/** One listing as others see it; null where the actor may not. */
export async function getListing(actor: Actor, listingId: string): Promise<ListingDetail | null> {
  const row = await db().listing.findFirst({
    where: { AND: [visibleListings(actor), { id: listingId }] },
    include: parts,
  })
  return row && detailOf(row)
}

/** The contractor's own listings, newest first; with `listingId`, that one. */
export async function listOwnListings(actor: Actor, listingId?: string): Promise<OwnListing[]> {
  const rows = await db().listing.findMany({
    where: { contractorId: actor.userId, id: listingId },
    include: { ...parts, _count: { select: { orders: true } } },
    orderBy: { id: 'desc' },
    take: 200,
  })
  return rows.map(row => {
    const { contractor, ...rest } = detailOf(row)
    return { ...rest, status: row.status, orderCount: row._count.orders }
  })
}

/** A listing's picture as WebP; null where there is none, or the actor may not see it. */
export async function readCover(
  actor: Actor,
  listingId: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; digest: string } | null> {
  return db().listingCover.findFirst({
    where: { listing: { AND: [visibleListings(actor), { id: listingId }] } },
    select: { bytes: true, digest: true },
  })
}
