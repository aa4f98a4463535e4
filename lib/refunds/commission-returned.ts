import type { Prisma, Tx } from '../db.ts'
import type { RefundSnapshot } from '../stripe/refunds.ts'
import { commissionPart } from './commission-part.ts'
import { refundEffect } from './preview-refund.ts'

type RefundRow = Prisma.RefundGetPayload<{ include: { payment: true } }>

/** The other refunds of a payment that return commission: what those returned whose part is known, and what the others refund. Minor units. */
export async function othersOf(
  tx: Tx,
  { id, paymentId }: { id: string; paymentId: string },
): Promise<{ taken: bigint[]; open: bigint[] }> {
  const others = await tx.refund.findMany({
    where: { paymentId, id: { not: id }, refundCommission: true },
    select: { amount: true, status: true, commissionRefunded: true, stripeTransferReversalId: true },
  })
  const isKnown = (other: (typeof others)[number]) => other.stripeTransferReversalId !== null
  const isOver = ({ status }: (typeof others)[number]) => status === 'failed' || status === 'canceled'
  return {
    taken: others.filter(isKnown).map(({ commissionRefunded }) => commissionRefunded),
    open: others.filter(other => !isKnown(other) && !isOver(other)).map(({ amount }) => amount),
  }
}

/**
 * What one refund returned of the commission, in minor units. Once it is in the ledger it stays. `outdated` when it cannot be told by this reading and more
 * was recorded than the `known` others that were when it began: an answer that Stripe repeats for an idempotency key is as old as the
 * refund (https://docs.stripe.com/api/idempotent_requests).
 */
export async function commissionReturnedBy(
  tx: Tx,
  row: RefundRow,
  snapshot: RefundSnapshot,
  known: number,
): Promise<bigint | 'outdated'> {
  if (row.stripeTransferReversalId) return row.commissionRefunded
  if (!row.refundCommission || !snapshot.transferReversalId)
    return refundEffect(row.payment, row).commissionReturned
  const { taken, open } = await othersOf(tx, row)
  const { payment, amount } = row
  const parting = { payment, amount, open, taken, parts: snapshot.commissionParts }
  return commissionPart(parting, taken.length <= known) ?? 'outdated'
}
