import { db, type Prisma } from '../db.ts'
import { message } from '../i18n/message.ts'
import { ago, type Found, found, livemode, ofOrder, orderName, SHOWN, sumOf } from './source.ts'

/** An operation that has had no answer for so long is no longer just under way. */
const STUCK_MS = 15 * 60_000

/** By when each was asked for: reading a payment again changes its row. */
function payments(): Promise<Found> {
  const before = { lt: ago(STUCK_MS) }
  const where = {
    livemode: livemode(),
    OR: [
      { status: 'pending', createdAt: before },
      { status: 'requires_capture', captureRequestedAt: before },
      { status: 'requires_capture', releaseRequestedAt: before },
    ],
  } satisfies Prisma.PaymentWhereInput
  const include = { order: orderName } as const
  const rows = db().payment.findMany({ where, include, orderBy: { id: 'asc' }, take: SHOWN })
  return found(db().payment.count({ where }), rows, row => ({
    id: row.id,
    detail: row.captureRequestedAt
      ? 'attention.capture'
      : row.releaseRequestedAt
        ? 'attention.release'
        : 'attention.hold',
    at: row.captureRequestedAt ?? row.releaseRequestedAt ?? row.createdAt,
    ...ofOrder(row.order),
  }))
}

const requested = () => ({
  livemode: livemode(),
  status: 'requested' as const,
  createdAt: { lt: ago(STUCK_MS) },
})

function refunds(): Promise<Found> {
  const where = requested()
  const include = { payment: { select: { order: orderName } } } as const
  const rows = db().refund.findMany({ where, include, orderBy: { id: 'asc' }, take: SHOWN })
  return found(db().refund.count({ where }), rows, row => ({
    ...{ id: row.id, detail: message('attention.refundOf', { sum: sumOf(row) }), at: row.createdAt },
    ...ofOrder(row.payment.order, '#refunds'),
  }))
}

const ofContractor = (userId: string, name: string | undefined) => ({
  about: name ?? 'attention.aContractor',
  href: `/admin/contractors/${userId}`,
})
const account = { include: { user: { select: { profile: { select: { displayName: true } } } } } } as const

function recoveries(): Promise<Found> {
  const where = requested()
  const rows = db().recovery.findMany({ where, include: { account }, orderBy: { id: 'asc' }, take: SHOWN })
  return found(db().recovery.count({ where }), rows, row => ({
    ...{ id: row.id, detail: message('attention.recoveryOf', { sum: sumOf(row) }), at: row.createdAt },
    ...ofContractor(row.contractorId, row.account.user.profile?.displayName),
  }))
}

function payouts(): Promise<Found> {
  const where = { ...requested(), connectedAccountId: { not: null } }
  const rows = db().payout.findMany({ where, include: { account }, orderBy: { id: 'asc' }, take: SHOWN })
  return found(db().payout.count({ where }), rows, row => ({
    ...{ id: row.id, detail: message('attention.payoutOf', { sum: sumOf(row) }), at: row.createdAt },
    ...ofContractor(row.account?.userId ?? '', row.account?.user.profile?.displayName),
  }))
}

function retransfersWhere(where: Prisma.RetransferWhereInput): Promise<Found> {
  const rows = db().retransfer.findMany({ where, include: { account }, orderBy: { id: 'asc' }, take: SHOWN })
  return found(db().retransfer.count({ where }), rows, row => ({
    ...{ id: row.id, detail: message('attention.retransferOf', { sum: sumOf(row) }), at: row.createdAt },
    ...ofContractor(row.account.userId, row.account.user.profile?.displayName),
  }))
}

const retransfers = () => retransfersWhere({ ...requested(), failureCode: null })

/** Money that contractors are to have again and that Stripe has refused to send, as it does while the platform's balance is short. */
export const refusedRetransfers = () =>
  retransfersWhere({ livemode: livemode(), status: 'requested', failureCode: { not: null } })

/** Everything that was asked of Stripe and has had no answer for a quarter of an hour, the longest first. */
export async function stuck(): Promise<Found> {
  const all = await Promise.all([payments(), refunds(), recoveries(), payouts(), retransfers()])
  const items = all.flatMap(one => one.items).sort((a, b) => a.at.getTime() - b.at.getTime())
  return { count: all.reduce((count, one) => count + one.count, 0), items: items.slice(0, SHOWN) }
}
