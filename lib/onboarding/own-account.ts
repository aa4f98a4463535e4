import { db } from '../db.ts'
import { env } from '../env.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'

/** The actor's own account row, once it exists at Stripe; a role other than contractor has none. */
export type OpenAccount = { id: string; stripeAccountId: string; country: string; updateCount: number }

/** Authorization of every onboarding command: whatever it changes belongs to the row found here. */
export async function ownAccount(actor: Actor): Promise<Result<OpenAccount, 'account_not_open'>> {
  const row = await db().connectedAccount.findFirst({
    where: {
      userId: actor.userId,
      livemode: env().stripe.livemode,
      user: { role: 'CONTRACTOR', suspendedAt: null },
    },
  })
  if (actor.role !== 'CONTRACTOR' || !row?.stripeAccountId) return fail('account_not_open')
  const { id, stripeAccountId, country, updateCount } = row
  return ok({ id, stripeAccountId, country, updateCount })
}
