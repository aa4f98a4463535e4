import type { Prisma, Tx } from '../db.ts'
import type { RefundSnapshot } from '../stripe/refunds.ts'
import { refundEffect } from './preview-refund.ts'

type RefundRow = Prisma.RefundGetPayload<{ include: { payment: true } }>

/** What the refunds of a payment but one have returned of its commission, as they are recorded: how many, and how much in minor units. */
export async function othersReturned(
  tx: Tx,
  { id, paymentId }: { id: string; paymentId: string },
): Promise<{ count: number; amount: bigint }> {
  const { _count: count, _sum } = await tx.refund.aggregate({
    where: { paymentId, id: { not: id }, refundCommission: true, stripeTransferReversalId: { not: null } },
    _count: true,
    _sum: { commissionRefunded: true },
  })
  return { count, amount: _sum.commissionRefunded ?? 0n }
}

/**
 * What one refund returned of the commission, in minor units. Stripe rounds the parts in a way of its own so that they add up, and
 * says only what all of them returned: what is left of that after the refunds known before is this one's. Where that is more than its
 * proportion can be, another one is on its way, which will take what is left then; so in the end all of them together are what Stripe says. Once it
 * is in the ledger it stays.
 *
 * `outdated` when more were recorded than the `known` ones that were when the reading began: it may not have them, because an answer that Stripe
 * repeats for an idempotency key is as old as the refund (https://docs.stripe.com/api/idempotent_requests).
 */
export async function commissionReturnedBy(
  tx: Tx,
  row: RefundRow,
  snapshot: RefundSnapshot,
  known: number,
): Promise<bigint | 'outdated'> {
  if (row.stripeTransferReversalId) return row.commissionRefunded
  const { amountCaptured, commissionCaptured } = row.payment
  const expected = refundEffect(row.payment, row).commissionReturned
  if (!row.refundCommission || !snapshot.transferReversalId) return expected
  const others = await othersReturned(tx, row)
  if (others.count > known) return 'outdated'
  const left = snapshot.commissionReturned - others.amount
  // In units times the amount that was captured: its own rounding, and what those of the others have left over.
  const over = left * amountCaptured - commissionCaptured * row.amount
  return over < amountCaptured * BigInt(1 + others.count) ? left : expected
}
