import { db, type Prisma } from '../db.ts'
import { moneyOf } from '../money.ts'
import { visibleTo } from '../orders/visible-to.ts'
import type { Actor } from '../users/model.ts'
import { declineReason, LIVE_STATUSES, type PaymentView, type Renewal } from './model.ts'
import { isRenewing } from './renewal-state.ts'

const parts = {
  savedCard: { select: { brand: true, last4: true } },
  refunds: {
    where: { status: { in: ['pending', 'succeeded', 'requires_action'] } },
    select: { amount: true },
  },
  recoveries: { where: { status: { not: 'returned' } }, select: { amountCollected: true } },
} satisfies Prisma.PaymentInclude

type Row = Prisma.PaymentGetPayload<{ include: typeof parts }>

/** What an order's payments come to: the one that stands, or else the latest try; and a renewal that is under way. */
function choose(rows: Row[]): { shown: Row | undefined; renewal: Row | undefined } {
  const own = rows.filter(row => !row.surplusAt)
  const live = own.filter(row => LIVE_STATUSES.some(status => status === row.status))
  const standing = live.find(row => !isRenewing(row))
  const shown = standing ?? live[0] ?? own[0] ?? rows[0]
  return { shown, renewal: live.find(row => isRenewing(row) && row !== shown) }
}

function renewalOf(row: Row | undefined): Renewal | null {
  if (row?.status !== 'pending' && row?.status !== 'requires_action') return null
  return { status: row.status, savedCardId: row.savedCardId }
}

const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)

function viewOf(row: Row, renewal: Row | undefined): PaymentView {
  return {
    id: row.id,
    status: row.status,
    ...moneyOf(row.amount, row.currency),
    commissionAmount: row.commissionAmount,
    amountCapturable: row.amountCapturable,
    amountCaptured: row.amountCaptured,
    commissionCaptured: row.commissionCaptured,
    captureBeforeAt: row.captureBeforeAt,
    availableOn: row.availableOn,
    savedCardId: row.savedCardId,
    card: row.savedCard,
    decline: row.status === 'failed' ? declineReason(row.declineCode, row.failureCode) : null,
    renewal: renewalOf(renewal),
    amountRefunded: sum(row.refunds.map(({ amount }) => amount)),
    amountRecovered: sum(row.recoveries.map(({ amountCollected }) => amountCollected)),
    createdAt: row.createdAt,
  }
}

/** The payment of an order that holds or has taken money, or else its latest attempt; null before the first. */
export async function getPayment(actor: Actor, orderId: string): Promise<PaymentView | null> {
  const rows = await db().payment.findMany({
    where: { orderId, order: visibleTo(actor) },
    include: parts,
    orderBy: { id: 'desc' },
  })
  const { shown, renewal } = choose(rows)
  return shown ? viewOf(shown, renewal) : null
}

/** What an admin sees beyond that: the payment's objects at Stripe and Stripe's fee. Null for anybody else. */
export async function getPaymentReferences(actor: Actor, paymentId: string) {
  if (actor.role !== 'ADMIN') return null
  return db().payment.findFirst({
    where: { id: paymentId, order: visibleTo(actor) },
    select: {
      stripePaymentIntentId: true,
      stripeChargeId: true,
      stripeTransferId: true,
      stripeApplicationFeeId: true,
      processingFee: true,
      failureCode: true,
    },
  })
}
