import { db } from '../db.ts'
import { env } from '../env.ts'
import { ok } from '../result.ts'
import { collectReceivables } from './collect-receivables.ts'

/** A contractor's money has become available: what they owe is collected now. Null for an account that is not ours. */
export async function recordAvailableBalance(
  stripeAccountId: string,
): Promise<{ ok: true; value: number | null }> {
  const { livemode } = env().stripe
  const account = await db().connectedAccount.findFirst({ where: { stripeAccountId, livemode } })
  return ok(account ? await collectReceivables(account.id) : null)
}
