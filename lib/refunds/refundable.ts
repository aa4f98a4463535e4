import type { Prisma } from '../db.ts'
import { COUNTED_STATUSES } from './model.ts'

/** What a payment has to be read with for the two questions below. */
export const REFUNDABLE_PARTS = {
  refunds: true,
  recoveries: { where: { status: { not: 'failed' } }, include: { collections: true } },
} satisfies Prisma.PaymentInclude

type PaymentRow = Prisma.PaymentGetPayload<{ include: typeof REFUNDABLE_PARTS }>

const isCounted = ({ status }: { status: string }) => COUNTED_STATUSES.some(counted => counted === status)

/** What is left of a captured payment to refund, counting refunds that Stripe has not decided yet. Minor units. */
export function refundable({ amountCaptured, refunds }: PaymentRow): bigint {
  return refunds.filter(isCounted).reduce((left, refund) => left - refund.amount, amountCaptured)
}

/**
 * What is left of its transfer to reverse. A refund that failed leaves it reversed, and what is then sent to the contractor
 * again is another transfer.
 */
export function transferLeft({ amountCaptured, refunds, recoveries }: PaymentRow): bigint {
  const reversed = refunds.map(({ status, reverseTransfer, amount, amountReversed }) =>
    status === 'requested' && reverseTransfer ? amount : amountReversed,
  )
  const taken = [...recoveries, ...recoveries.flatMap(({ collections }) => collections)]
  const recovered = taken
    .filter(({ instrument, status }) => instrument === 'transfer_reversal' && status !== 'failed')
    .map(({ amount }) => amount)
  return [...reversed, ...recovered].reduce((left, amount) => left - amount, amountCaptured)
}
