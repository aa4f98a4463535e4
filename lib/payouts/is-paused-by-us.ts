import { db } from '../db.ts'

/** Whether an admin has stopped the payouts of an account. */
export async function isPausedByUs(connectedAccountId: string): Promise<boolean> {
  const paused = { id: connectedAccountId, payoutsPausedAt: { not: null } }
  return (await db().connectedAccount.count({ where: paused })) > 0
}
