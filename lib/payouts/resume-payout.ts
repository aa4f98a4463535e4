import { db } from '../db.ts'
import { ok, type Result } from '../result.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { continuePayout } from './continue-payout.ts'

/** Takes a payout on from wherever a crash or an outage left it. */
export async function resumePayout(payoutId: string): Promise<Result<unknown, StripeFailure>> {
  const payout = await db().payout.findUnique({ where: { id: payoutId } })
  return payout?.status === 'requested' ? continuePayout(payoutId) : ok()
}
