import type { Prisma, Tx } from '../db.ts'
import { COUNTED_STATUSES } from './model.ts'

type Row = Prisma.PaymentGetPayload<object>
type RefundRow = Prisma.RefundGetPayload<object>
type RecoveryRow = Prisma.RecoveryGetPayload<{ include: { collections: true } }>

/** A payment with all that has been taken of it. */
export type Refundable = Row & { refunds: RefundRow[]; recoveries: RecoveryRow[]; isDisputed: boolean }

/** Reads a payment of this mode with what its refunds depend on; one query after the other, as they share a connection. */
export async function readRefundable(
  on: Tx,
  paymentId: string,
  livemode: boolean,
): Promise<Refundable | null> {
  const payment = await on.payment.findFirst({ where: { id: paymentId, livemode } })
  if (!payment) return null
  const refunds = await on.refund.findMany({ where: { paymentId } })
  const recoveries = await on.recovery.findMany({
    where: { paymentId, status: { not: 'failed' } },
    include: { collections: true },
  })
  // Stripe refuses to give what a bank has taken a second time.
  const disputes = await on.dispute.count({ where: { paymentId, isChargeRefundable: false } })
  return { ...payment, refunds, recoveries, isDisputed: disputes > 0 }
}

const isCounted = ({ status }: { status: string }) => COUNTED_STATUSES.some(counted => counted === status)

/** What is left of a captured payment to refund, counting refunds that Stripe has not decided yet. Minor units. */
export function refundable({ amountCaptured, refunds }: Refundable): bigint {
  return refunds.filter(isCounted).reduce((left, refund) => left - refund.amount, amountCaptured)
}

/**
 * What is left of its transfer to reverse. A refund that failed leaves it reversed, and what is then sent to the contractor
 * again is another transfer.
 */
export function transferLeft({ amountCaptured, refunds, recoveries }: Refundable): bigint {
  const reversed = refunds.map(({ status, reverseTransfer, amount, amountReversed }) =>
    status === 'requested' && reverseTransfer ? amount : amountReversed,
  )
  const taken = [...recoveries, ...recoveries.flatMap(({ collections }) => collections)]
  const recovered = taken
    .filter(({ instrument, status }) => instrument === 'transfer_reversal' && status !== 'failed')
    .map(({ amount }) => amount)
  return [...reversed, ...recovered].reduce((left, amount) => left - amount, amountCaptured)
}
