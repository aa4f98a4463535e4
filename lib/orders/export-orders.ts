import { db, type Prisma } from '../db.ts'
import { moneyOf, toDecimal } from '../money.ts'
import type { Actor } from '../users/model.ts'
import type { ListOrdersInput } from './model.ts'
import { listedOrders, orderKeyset } from './queries.ts'

const BATCH = 500
/** Of refunds: those that have taken place or are under way. */
const REFUNDED = ['pending', 'succeeded', 'requires_action'] as const

const name = { select: { email: true, profile: { select: { displayName: true } } } } as const
const parts = {
  employer: name,
  contractor: name,
  payments: {
    where: { status: 'succeeded' },
    select: {
      amountCaptured: true,
      commissionCaptured: true,
      refunds: { where: { status: { in: [...REFUNDED] } }, select: { amount: true } },
    },
  },
} satisfies Prisma.OrderInclude

type Row = Prisma.OrderGetPayload<{ include: typeof parts }>

/** The columns, in their order. Amounts are decimals of the row's currency; moments are ISO 8601 in UTC. */
export const EXPORT_COLUMNS = [
  'number',
  'id',
  'placed_at',
  'status',
  'title',
  'employer',
  'contractor',
  'currency',
  'amount',
  'commission',
  'captured',
  'commission_captured',
  'refunded',
] as const

export type ExportedOrder = Record<(typeof EXPORT_COLUMNS)[number], string>

function exported(row: Row): ExportedOrder {
  const decimal = (amount: bigint) => toDecimal(moneyOf(amount, row.currency))
  const [payment] = row.payments
  const refunded = payment?.refunds.reduce((sum, refund) => sum + refund.amount, 0n) ?? 0n
  return {
    number: String(row.number),
    id: row.id,
    placed_at: row.createdAt.toISOString(),
    status: row.status,
    title: row.title,
    employer: row.employer.profile?.displayName ?? '',
    contractor: row.contractor.profile?.displayName ?? '',
    currency: row.currency.toUpperCase(),
    amount: decimal(row.amount),
    commission: decimal(row.commissionAmount),
    captured: decimal(payment?.amountCaptured ?? 0n),
    commission_captured: decimal(payment?.commissionCaptured ?? 0n),
    refunded: decimal(refunded),
  }
}

/** Every order that a list would show, page after page, in its order: a batch at a time, however many there are. */
export async function* exportOrders(actor: Actor, input: ListOrdersInput): AsyncGenerator<ExportedOrder> {
  const listed = await listedOrders(actor, input)
  for (let cursor: string | undefined; ; ) {
    const paging = orderKeyset({ sort: input.sort, cursor })
    const rows = await db().order.findMany({
      where: { AND: [listed, paging.where] },
      include: parts,
      orderBy: paging.orderBy,
      take: BATCH,
    })
    for (const row of rows) yield exported(row)
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    cursor = paging.cursorOf(last)
  }
}
