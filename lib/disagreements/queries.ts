import { db, type Prisma } from '../db.ts'
import { cutPage, keyset } from '../keyset.ts'
import { visibleTo } from '../orders/visible-to.ts'
import type { Actor } from '../users/model.ts'
import type { DisagreementView } from './model.ts'

const PAGE_SIZE = 25
const PARTS = { order: true, openedBy: { select: { profile: { select: { displayName: true } } } } } as const
type Row = Prisma.DisagreementGetPayload<{ include: typeof PARTS }>

const viewOf = (actor: Actor, row: Row): DisagreementView => ({
  id: row.id,
  orderId: row.orderId,
  orderNumber: row.order.number,
  orderTitle: row.order.title,
  openedByName: row.openedBy.profile?.displayName ?? '',
  isOwn: row.openedById === actor.userId,
  text: row.text,
  status: row.status,
  decision: row.decision,
  amount: row.amount,
  currency: row.order.currency,
  answer: row.answer,
  createdAt: row.createdAt,
  settledAt: row.settledAt,
})

/** The disagreements about an order, newest first; none for an order that is not the actor's. */
export async function listDisagreementsOf(actor: Actor, orderId: string): Promise<DisagreementView[]> {
  const rows = await db().disagreement.findMany({
    where: { orderId, order: visibleTo(actor) },
    include: PARTS,
    orderBy: { id: 'desc' },
  })
  return rows.map(row => viewOf(actor, row))
}

/** A page of disagreements, oldest first while they are open, since those wait longest; else newest first. For admins. */
export async function listDisagreements(
  actor: Actor,
  input: { isOpen: boolean; cursor?: string | undefined },
): Promise<{ disagreements: DisagreementView[]; nextCursor: string | null }> {
  if (actor.role !== 'ADMIN') return { disagreements: [], nextCursor: null }
  const paging = keyset(null, input.cursor, input.isOpen ? 'oldest' : 'newest')
  const status = input.isOpen ? ({ equals: 'open' } as const) : ({ not: 'open' } as const)
  const rows = await db().disagreement.findMany({
    where: { AND: [{ status, order: visibleTo(actor) }, paging.where] },
    include: PARTS,
    orderBy: paging.orderBy,
    take: PAGE_SIZE + 1,
  })
  const { page, nextCursor } = cutPage(rows, PAGE_SIZE, paging)
  return { disagreements: page.map(row => viewOf(actor, row)), nextCursor }
}
