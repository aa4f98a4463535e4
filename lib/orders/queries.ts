import { DAY_MS } from '../clock.ts'
import { db, type Prisma } from '../db.ts'
import { env } from '../env.ts'
import { cutPage, type Keyset, keyset } from '../keyset.ts'
import { moneyOf } from '../money.ts'
import { searchText } from '../search-text.ts'
import { findPeople } from '../users/find-people.ts'
import type { Actor } from '../users/model.ts'
import type { ListOrdersInput, OrderDetail, OrderSummary } from './model.ts'
import { visibleTo } from './visible-to.ts'

const PAGE_SIZE = 25

const partyName = { select: { id: true, profile: { select: { displayName: true } } } } as const
/** What `summaryOf` needs of an order. */
export const summaryParts = { employer: partyName, contractor: partyName } as const

type SummaryRow = Prisma.OrderGetPayload<{ include: typeof summaryParts }>

/** Who an order is between. */
export function partiesOf(row: SummaryRow): Pick<OrderSummary, 'employer' | 'contractor'> {
  const party = (user: SummaryRow['employer']) => ({
    userId: user.id,
    displayName: user.profile?.displayName ?? '',
  })
  return { employer: party(row.employer), contractor: party(row.contractor) }
}

/** An order as lists show it. */
export function summaryOf(row: SummaryRow): OrderSummary {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    status: row.status,
    ...moneyOf(row.amount, row.currency),
    ...partiesOf(row),
    createdAt: row.createdAt,
  }
}

/** People are found first, by the indexes of their names: joined to every order, they would be looked for in each. */
async function matching(q: string): Promise<Prisma.OrderWhereInput> {
  const text = searchText(q)
  const people = { in: await findPeople(q) }
  const number = /^#?(\d{1,9})$/.exec(q)?.[1]
  return {
    OR: [
      { title: text },
      { id: q },
      { employerId: people },
      { contractorId: people },
      ...(number ? [{ number: Number(number) }] : []),
    ],
  }
}

/** What a list asks for, as a condition; always within what the actor may see. */
export async function listedOrders(actor: Actor, input: ListOrdersInput): Promise<Prisma.OrderWhereInput> {
  const { q, status, from, to, currency, min, max } = input
  const until = to ? new Date(new Date(to).getTime() + DAY_MS) : undefined
  return {
    AND: [
      visibleTo(actor),
      q ? await matching(q) : {},
      { status, currency, amount: { gte: min, lte: max } },
      { createdAt: { gte: from ? new Date(from) : undefined, lt: until } },
    ],
  }
}

/** The order of a list, from the cursor on. */
export function orderKeyset({ sort, cursor }: Pick<ListOrdersInput, 'sort' | 'cursor'>): Keyset {
  if (sort === 'newest' || sort === 'oldest') return keyset(null, cursor, sort)
  return keyset({ field: 'amount', way: sort === 'dearest' ? 'desc' : 'asc', of: 'bigint' }, cursor)
}

/** A page of the actor's orders. `nextCursor` leads to the page after it; null on the last one. */
export async function listOrders(
  actor: Actor,
  input: ListOrdersInput,
): Promise<{ orders: OrderSummary[]; nextCursor: string | null }> {
  const paging = orderKeyset(input)
  const rows = await db().order.findMany({
    where: { AND: [await listedOrders(actor, input), paging.where] },
    include: summaryParts,
    orderBy: paging.orderBy,
    take: PAGE_SIZE + 1,
  })
  const { page, nextCursor } = cutPage(rows, PAGE_SIZE, paging)
  return { orders: page.map(summaryOf), nextCursor }
}

/** One order with its history, oldest first; null for one that does not exist or is not the actor's. */
export async function getOrder(actor: Actor, orderId: string): Promise<OrderDetail | null> {
  const row = await db().order.findFirst({
    where: { AND: [visibleTo(actor), { id: orderId }] },
    include: {
      ...summaryParts,
      disagreements: { where: { status: 'open' }, select: { id: true }, take: 1 },
      events: { orderBy: { id: 'asc' }, include: { actor: partyName } },
    },
  })
  if (!row) return null
  return {
    ...summaryOf(row),
    description: row.description,
    commissionAmount: row.commissionAmount,
    commissionBps: row.commissionBps,
    commissionFixed: row.commissionFixed,
    listingId: row.listingId,
    projectId: row.projectId,
    hasOpenDisagreement: row.disagreements.length > 0,
    holdEnd: row.holdEnd,
    deliveryDays: row.deliveryDays,
    events: row.events.map(event => ({
      id: event.id,
      kind: event.kind,
      actorName: event.actor?.profile?.displayName ?? null,
      data: event.data as Record<string, unknown>,
      createdAt: event.createdAt,
    })),
  }
}

/** How many orders a contractor has completed: what their public page says of them. */
export async function countCompletedFor(contractorId: string): Promise<number> {
  return db().order.count({ where: { contractorId, status: 'completed', livemode: env().stripe.livemode } })
}
