import { db } from '../db.ts'
import { env } from '../env.ts'
import { cutPage, keyset } from '../keyset.ts'
import type { Actor } from '../users/model.ts'
import type { DiscrepancyView } from './model.ts'

const PAGE_SIZE = 50

/** A page of differences between ledger and Stripe: those that are there now, or those that are gone. Newest first. */
export async function listDiscrepancies(
  actor: Actor,
  input: { isOpen: boolean; cursor?: string | undefined },
): Promise<{ discrepancies: DiscrepancyView[]; nextCursor: string | null }> {
  if (actor.role !== 'ADMIN') return { discrepancies: [], nextCursor: null }
  const paging = keyset(null, input.cursor)
  const listed = { livemode: env().stripe.livemode, resolvedAt: input.isOpen ? null : { not: null } }
  const rows = await db().discrepancy.findMany({
    where: { AND: [listed, paging.where] },
    orderBy: paging.orderBy,
    take: PAGE_SIZE + 1,
  })
  const { page, nextCursor } = cutPage(rows, PAGE_SIZE, paging)
  return { discrepancies: page, nextCursor }
}
