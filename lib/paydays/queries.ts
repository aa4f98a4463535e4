import { now } from '../clock.ts'
import { db, type Prisma } from '../db.ts'
import { moneyOf } from '../money.ts'
import { visibleTo } from '../orders/visible-to.ts'
import type { PayoutView } from '../payouts/model.ts'
import { payoutView } from '../payouts/queries.ts'
import { type EarnedMovement, isPaidOutBy, retrieveEarned } from '../stripe/paydays.ts'
import type { Actor } from '../users/model.ts'
import type { Payday, PaydayPayout } from './model.ts'

/** How many payouts by schedule are asked for the order's money: it is in the first that left after it was available. */
const PAYOUTS_ASKED_MAX = 3

const parts = {
  account: true,
  order: { select: { events: { where: { kind: 'capture' }, orderBy: { id: 'desc' }, take: 1 } } },
} satisfies Prisma.PaymentInclude

type Row = Prisma.PaymentGetPayload<{ include: typeof parts }>
type PayoutRow = Prisma.PayoutGetPayload<object>

/** The payouts that left the contractor's balance by the schedule since the money was available in it, oldest first. */
async function scheduledSince(row: Row, since: Date): Promise<PayoutRow[]> {
  return db().payout.findMany({
    where: { ...left(row), isAutomatic: true, createdAt: { gte: since } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: PAYOUTS_ASKED_MAX,
  })
}

const left = ({ connectedAccountId, currency }: Row) => ({
  ...{ connectedAccountId, currency },
  amount: { gt: 0 },
  amountLeft: { not: 0 },
})

async function findPayout(
  row: Row,
  payouts: PayoutRow[],
  movement: EarnedMovement,
): Promise<PayoutView | 'not_known_yet' | 'stripe_unavailable' | null> {
  const accountId = row.account.stripeAccountId ?? ''
  for (const payout of payouts) {
    const asked = await isPaidOutBy(accountId, payout.stripePayoutId ?? '', movement.destinationPaymentId)
    if (!asked.ok) return 'stripe_unavailable'
    if (asked.value === null) return 'not_known_yet'
    if (asked.value) return payoutView(payout)
  }
  return null
}

/** Without a payout that Stripe says has it. Who asked for a payout did so by our clock, as did who captured. */
async function waiting(row: Row, { isAvailable }: EarnedMovement): Promise<PaydayPayout> {
  if (row.account.payoutInterval !== 'manual') return { kind: 'by_schedule' }
  if (!isAvailable) return { kind: 'manual', asked: null }
  const asked = await db().payout.aggregate({
    where: { ...left(row), isAutomatic: false, amountReturned: 0, createdAt: { gte: capturedAt(row) } },
    _sum: { amount: true },
  })
  const { amount } = asked._sum
  return { kind: 'manual', asked: amount ? moneyOf(amount, row.currency) : null }
}

const capturedAt = (row: Row) => row.order.events[0]?.createdAt ?? row.updatedAt

async function payoutOf(row: Row, movement: EarnedMovement): Promise<PaydayPayout> {
  const payouts = movement.isAvailable ? await scheduledSince(row, movement.availableOn) : []
  const found = await findPayout(row, payouts, movement)
  if (found === 'not_known_yet' || found === 'stripe_unavailable') return { kind: found }
  return found ? { kind: 'found', payout: found } : waiting(row, movement)
}

/** When the money of an order reaches its contractor, as Stripe says at this moment; null before it was captured, and for anybody else. */
export async function getPayday(actor: Actor, orderId: string): Promise<Payday | null> {
  if (actor.role !== 'CONTRACTOR') return null
  const row = await db().payment.findFirst({
    where: { orderId, status: 'succeeded', surplusAt: null, order: visibleTo(actor) },
    include: parts,
  })
  if (!row) return null
  const { payoutInterval: interval, payoutWeekday: weekday, payoutMonthDay: monthDay } = row.account
  const asked = row.stripeTransferId ? await retrieveEarned(row.stripeTransferId) : null
  const movement = asked?.ok ? asked.value : null
  const availableOn = movement?.availableOn ?? row.availableOn
  return {
    capturedAt: capturedAt(row),
    earned: moneyOf(row.amountCaptured - row.commissionCaptured, row.currency),
    isAvailable: movement ? movement.isAvailable : availableOn !== null && availableOn <= now(),
    availableOn,
    schedule: { interval, weekday, monthDay },
    payout: movement ? await payoutOf(row, movement) : { kind: 'stripe_unavailable' },
  }
}
