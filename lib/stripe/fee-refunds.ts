import type { Result } from '../result.ts'
import { stripe } from './client.ts'
import { callStripe, type StripeFailure } from './errors.ts'

/** A part of a commission that was returned: `fr_…`. Minor units. */
export type FeeRefund = { amount: bigint; createdAt: Date }

/** Every part of a commission that was returned, oldest first. https://docs.stripe.com/api/fee_refunds/list */
export function listFeeRefunds(applicationFeeId: string): Promise<Result<FeeRefund[], StripeFailure>> {
  return callStripe(async () => {
    const refunds: FeeRefund[] = []
    for await (const refund of stripe().applicationFees.listRefunds(applicationFeeId, { limit: 100 }))
      refunds.push({ amount: BigInt(refund.amount), createdAt: new Date(refund.created * 1000) })
    return refunds.reverse()
  })
}
