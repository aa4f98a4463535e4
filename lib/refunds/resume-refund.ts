import { db } from '../db.ts'
import { ok, type Result } from '../result.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { continueRefund } from './continue-refund.ts'
import { syncRefund } from './sync-refund.ts'

/** Takes a refund on from wherever a crash or an outage left it. */
export async function resumeRefund(refundId: string): Promise<Result<unknown, StripeFailure>> {
  const refund = await db().refund.findUnique({ where: { id: refundId } })
  if (refund?.status === 'requested') return continueRefund(refundId)
  const isOpen = refund?.status === 'pending' || refund?.status === 'requires_action'
  return isOpen && refund.stripeRefundId ? syncRefund(refund.stripeRefundId) : ok()
}
