import { now } from '../clock.ts'
import { db, type Prisma } from '../db.ts'
import { cutPage, keyset } from '../keyset.ts'
import { moneyOf } from '../money.ts'
import type { Actor } from '../users/model.ts'
import type { OfferView, Terms } from './model.ts'
import { ownOffers } from './own-offer.ts'

const PAGE_SIZE = 25
const partyName = { select: { id: true, profile: { select: { displayName: true } } } } as const
const parts = { employer: partyName, contractor: partyName } as const
type Row = Prisma.OfferGetPayload<{ include: typeof parts }>

function termsOf(row: Row): Terms | null {
  const { title, description, amount, currency, deliveryDays, offeredAt, expiresAt } = row
  if (!title || !description || !amount || !currency || !deliveryDays || !offeredAt || !expiresAt) return null
  return { title, description, ...moneyOf(amount, currency), deliveryDays, offeredAt, expiresAt }
}

function viewOf(row: Row): OfferView {
  const party = ({ id, profile }: Row['employer']) => ({
    userId: id,
    displayName: profile?.displayName ?? '',
  })
  const hasEnded = row.status === 'offered' && row.expiresAt !== null && row.expiresAt <= now()
  return {
    id: row.id,
    brief: row.brief,
    status: hasEnded ? 'ended' : row.status,
    terms: termsOf(row),
    employer: party(row.employer),
    contractor: party(row.contractor),
    declinedById: row.declinedById,
    orderId: row.orderId,
    createdAt: row.createdAt,
  }
}

/** A page of the actor's offers, newest first. */
export async function listOffers(
  actor: Actor,
  cursor: string | undefined,
): Promise<{ offers: OfferView[]; nextCursor: string | null }> {
  const paging = keyset(null, cursor)
  const rows = await db().offer.findMany({
    where: { AND: [ownOffers(actor), paging.where] },
    include: parts,
    orderBy: paging.orderBy,
    take: PAGE_SIZE + 1,
  })
  const { page, nextCursor } = cutPage(rows, PAGE_SIZE, paging)
  return { offers: page.map(viewOf), nextCursor }
}

/** One offer; null where it is not the actor's. */
export async function getOffer(actor: Actor, offerId: string): Promise<OfferView | null> {
  const row = await db().offer.findFirst({
    where: { AND: [ownOffers(actor), { id: offerId }] },
    include: parts,
  })
  return row && viewOf(row)
}
