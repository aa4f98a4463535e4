import { db, type Prisma } from '../db.ts'
import { moneyOf } from '../money.ts'
import { visibleTo } from '../orders/visible-to.ts'
import { takenByRefunds } from '../refunds/model.ts'
import { listRefunds } from '../refunds/queries.ts'
import type { Actor } from '../users/model.ts'
import type { Receipt } from './model.ts'

const partyName = {
  select: { id: true, profile: { select: { displayName: true, receiptName: true } } },
} as const
const parts = {
  employer: partyName,
  contractor: partyName,
  payments: { where: { status: 'succeeded', surplusAt: null }, include: { savedCard: true } },
  events: { where: { kind: 'capture' }, orderBy: { id: 'desc' }, take: 1 },
} satisfies Prisma.OrderInclude

type Row = Prisma.OrderGetPayload<{ include: typeof parts }>

function partyOf({ id, profile }: Row['employer']) {
  return { userId: id, displayName: profile?.receiptName ?? profile?.displayName ?? '' }
}

/** The receipt of an order that was paid, for its parties and admins; null before that, and for anybody else. */
export async function getReceipt(actor: Actor, orderId: string): Promise<Receipt | null> {
  const where = { AND: [visibleTo(actor), { id: orderId }] }
  const [row, refunds] = await Promise.all([
    db().order.findFirst({ where, include: parts }),
    listRefunds(actor, orderId),
  ])
  const payment = row?.payments[0]
  if (!row || !payment) return null
  const done = refunds.filter(({ status }) => status === 'succeeded')
  return {
    orderId,
    number: row.number,
    title: row.title,
    currency: moneyOf(0n, payment.currency).currency,
    employer: partyOf(row.employer),
    contractor: partyOf(row.contractor),
    card: { brand: payment.savedCard.brand, last4: payment.savedCard.last4 },
    capturedAt: row.events[0]?.createdAt ?? payment.updatedAt,
    captured: payment.amountCaptured,
    commission: payment.commissionCaptured,
    refunds: done.map(({ amount, createdAt }) => ({ amount, at: createdAt })).reverse(),
    takenBack: takenByRefunds(refunds),
  }
}
