import { db } from '../db.ts'
import { moneyOf } from '../money.ts'
import { visibleTo } from '../orders/visible-to.ts'
import type { Actor } from '../users/model.ts'
import type { RefundReason, RefundView } from './model.ts'

/** The refunds of an order, newest first: for its employer and for admins. A contractor sees what it did to their balance. */
export async function listRefunds(actor: Actor, orderId: string): Promise<RefundView[]> {
  const rows = await db().refund.findMany({
    where: { payment: { orderId, order: visibleTo(actor) } },
    include: {
      createdBy: { include: { profile: true } },
      retransfer: { select: { amount: true, status: true } },
    },
    orderBy: { id: 'desc' },
  })
  return rows.map(row => ({
    id: row.id,
    ...moneyOf(row.amount, row.currency),
    status: row.status,
    reverseTransfer: row.reverseTransfer,
    refundCommission: row.refundCommission,
    amountReversed: row.amountReversed,
    commissionRefunded: row.commissionRefunded,
    givenBack: row.retransfer,
    reason: row.reason as RefundReason,
    note: actor.role === 'ADMIN' ? row.note : '',
    failureReason: row.failureReason,
    createdByName: actor.role === 'ADMIN' ? (row.createdBy.profile?.displayName ?? '') : 'Holdfast',
    createdAt: row.createdAt,
  }))
}
