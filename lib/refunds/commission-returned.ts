import type { Prisma, Tx } from '../db.ts'
import type { RefundSnapshot } from '../stripe/refunds.ts'
import { refundEffect } from './preview-refund.ts'

type RefundRow = Prisma.RefundGetPayload<{ include: { payment: true } }>

/**
 * What one refund returned of the commission, in minor units. Stripe rounds the parts in a way of its own so that they add up, and
 * says only what all of them returned: what is left of that after the refunds known before is this one's. Never a whole unit off
 * its proportion, because another refund may be on its way, or this reading older than one that was recorded. Once it is in the
 * ledger it stays.
 */
export async function commissionReturnedBy(
  tx: Tx,
  row: RefundRow,
  snapshot: RefundSnapshot,
): Promise<bigint> {
  if (row.stripeTransferReversalId) return row.commissionRefunded
  const { amountCaptured, commissionCaptured } = row.payment
  const expected = refundEffect(row.payment, row).commissionReturned
  if (!row.refundCommission || !snapshot.transferReversalId) return expected
  const { _sum } = await tx.refund.aggregate({
    where: { paymentId: row.paymentId, id: { not: row.id }, stripeTransferReversalId: { not: null } },
    _sum: { commissionRefunded: true },
  })
  const left = snapshot.commissionReturned - (_sum.commissionRefunded ?? 0n)
  const exact = left * amountCaptured - commissionCaptured * row.amount
  const isNear = exact > -amountCaptured && exact < amountCaptured
  return isNear ? left : expected
}
