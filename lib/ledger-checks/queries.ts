import { may } from '../access/model.ts'
import { db } from '../db.ts'
import { env } from '../env.ts'
import type { Actor } from '../users/model.ts'
import type { CheckView } from './model.ts'

/** Every rule of the ledger as it was last looked at, those that do not hold first; none before the first look, and for nobody but admins. */
export async function listChecks(actor: Actor): Promise<CheckView[]> {
  if (!may(actor, 'view')) return []
  const rows = await db().invariantCheck.findMany({
    where: { livemode: env().stripe.livemode },
    orderBy: [{ breaches: 'desc' }, { name: 'asc' }],
  })
  return rows.map(({ name, breaches, details, checkedAt }) => {
    return { name, breaches, details: details as string[], checkedAt }
  })
}
