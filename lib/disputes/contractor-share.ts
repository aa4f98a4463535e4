import type { Prisma, Tx } from '../db.ts'
import { least, proportion } from '../money.ts'
import { COUNTED_STATUSES } from '../refunds/model.ts'

type Shared = {
  payment: Pick<Prisma.PaymentGetPayload<object>, 'amountCaptured' | 'commissionCaptured'>
  refunds: { amountReversed: bigint; commissionRefunded: bigint }[]
  recoveries: { amount: bigint }[]
}

/**
 * Reads what the question below depends on; one query after the other, as they share a connection. Null while a refund is under way:
 * whether it took something from the contractor is not known yet, and whatever learns it asks again.
 */
export async function readShared(tx: Tx, payment: Prisma.PaymentGetPayload<object>): Promise<Shared | null> {
  const { id: paymentId } = payment
  const refunds = await tx.refund.findMany({ where: { paymentId, status: { in: [...COUNTED_STATUSES] } } })
  if (refunds.some(({ status }) => status === 'requested')) return null
  const recoveries = await tx.recovery.findMany({
    where: { paymentId, status: { in: ['requested', 'owed', 'succeeded'] } },
    select: { amount: true },
  })
  return { payment, refunds, recoveries }
}

/**
 * The contractor's part of an amount that a bank took back, in minor units: the same part that they got of the payment, which is
 * without the commission, and never more than they still have of it after refunds and recoveries.
 */
export function contractorShare({ payment, refunds, recoveries }: Shared, withdrawn: bigint): bigint {
  const { amountCaptured, commissionCaptured } = payment
  const earned = amountCaptured - commissionCaptured
  const refunded = refunds.map(refund => refund.amountReversed - refund.commissionRefunded)
  const recovered = recoveries.map(({ amount }) => amount)
  const left = [...refunded, ...recovered].reduce((rest, amount) => rest - amount, earned)
  const share = proportion(earned, withdrawn, amountCaptured)
  const part = least(share, left)
  return part > 0n ? part : 0n
}
