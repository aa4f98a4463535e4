import { DAY_MS, now } from '../clock.ts'
import { db } from '../db.ts'
import { env } from '../env.ts'
import { ok, type Result } from '../result.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { listFraudWarnings } from '../stripe/fraud-warnings.ts'
import { syncFraudWarning } from './sync-fraud-warning.ts'

/** Banks warn within weeks of the payment; one that is open for longer is read by its id. */
const LOOK_BACK_MS = 100 * DAY_MS

/** Finds the warnings that Stripe has and we have otherwise, or not at all. Returns how many were read again. */
export async function syncFraudWarnings(): Promise<Result<number, StripeFailure>> {
  const since = new Date(now().getTime() - LOOK_BACK_MS)
  const listed = await listFraudWarnings(since)
  if (!listed.ok) return listed
  const { livemode } = env().stripe
  const rows = await db().fraudWarning.findMany({
    where: { livemode, OR: [{ warnedAt: { gte: since } }, { isActionable: true }] },
  })
  const known = new Map(rows.map(row => [row.stripeWarningId, row.isActionable]))
  const differing = listed.value.filter(one => known.get(one.stripeWarningId) !== one.isActionable)
  const old = rows.filter(row => row.isActionable && row.warnedAt < since)
  const ids = [...differing, ...old].map(({ stripeWarningId }) => stripeWarningId)
  for (const id of ids) {
    const synced = await syncFraudWarning(id)
    if (!synced.ok) return synced
  }
  return ok(ids.length)
}
