import { db, type Prisma } from '../db.ts'
import { ok, type Result } from '../result.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { type FeeRefund, listFeeRefunds } from '../stripe/fee-refunds.ts'
import type { MadeRefund } from '../stripe/made.ts'

/** A refund and the commission that it returned are of one moment at Stripe, which counts in seconds. */
const SAME_MOMENT_MS = 2000

type Row = Prisma.RefundGetPayload<{ include: { payment: true } }>

/** Whether so much may be a refund's part of the commission: Stripe rounds so that the parts add up, so each is within a unit. */
function isPart(amount: bigint, { payment, amount: refunded }: Row): boolean {
  const off = amount * payment.amountCaptured - payment.commissionCaptured * refunded
  return off > -payment.amountCaptured && off < payment.amountCaptured
}

/** Takes the part that a refund returned from those that are left; nothing returned leaves no part. */
function takePart(parts: FeeRefund[], row: Row, madeAt: Date): bigint | null {
  const at = parts.findIndex(
    part => Math.abs(+part.createdAt - +madeAt) <= SAME_MOMENT_MS && isPart(part.amount, row),
  )
  if (at >= 0) return parts.splice(at, 1)[0]?.amount ?? null
  return isPart(0n, row) ? 0n : null
}

/**
 * What each lost refund of a payment returned of the commission. Where refunds are recorded one by one as they are made, what is left
 * of all that was returned is the latest one's (lib/refunds/commission-returned.ts); of several that were lost together it is not, so
 * each is told apart by its moment. One that cannot be told apart is left to that rule.
 */
export async function recallCommissions(refunds: MadeRefund[]): Promise<Result<void, StripeFailure>> {
  const partsOf = new Map<string, FeeRefund[]>()
  for (const { refundId, transferReversalId, createdAt } of refunds) {
    const row = await db().refund.findUnique({ where: { id: refundId }, include: { payment: true } })
    const feeId = row?.payment.stripeApplicationFeeId
    if (!row?.refundCommission || !transferReversalId || !feeId) continue
    const known = partsOf.get(feeId)
    const listed = known ? ok(known) : await listFeeRefunds(feeId)
    if (!listed.ok) return listed
    partsOf.set(feeId, listed.value)
    const part = takePart(listed.value, row, createdAt)
    if (part === null || row.stripeTransferReversalId) continue
    const data = { stripeTransferReversalId: transferReversalId, commissionRefunded: part }
    await db().refund.update({ where: { id: refundId }, data })
  }
  return ok()
}
