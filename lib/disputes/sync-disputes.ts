import { now } from '../clock.ts'
import { db } from '../db.ts'
import { env } from '../env.ts'
import { ok, type Result } from '../result.ts'
import { listDisputes } from '../stripe/disputes.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { disputeStatusWords } from './model.ts'
import { syncDispute } from './sync-dispute.ts'

/** A dispute is decided within about three months of its opening; one that is open for longer is read by its id. */
const LOOK_BACK_MS = 100 * 24 * 3600 * 1000

/** Disputes that Stripe has and we have otherwise, or not at all. */
async function changed(since: Date): Promise<Result<string[], StripeFailure>> {
  const { livemode } = env().stripe
  const listed = await listDisputes(since)
  if (!listed.ok) return listed
  const rows = await db().dispute.findMany({ where: { livemode } })
  const known = new Map(rows.map(row => [row.stripeDisputeId, row]))
  const differing = listed.value.filter(({ stripeDisputeId, status, amountWithdrawn, amountReinstated }) => {
    const row = known.get(stripeDisputeId)
    return (
      row?.status !== status ||
      row.amountWithdrawn !== amountWithdrawn ||
      row.amountReinstated !== amountReinstated
    )
  })
  const open = rows.filter(({ status, openedAt }) => disputeStatusWords(status).rank < 5 && openedAt < since)
  return ok([...differing, ...open].map(({ stripeDisputeId }) => stripeDisputeId))
}

/** Finds what Stripe's events did not tell of disputes, and records it. Returns how many were looked at. */
export async function syncDisputes(): Promise<Result<number, StripeFailure>> {
  const ids = await changed(new Date(now().getTime() - LOOK_BACK_MS))
  if (!ids.ok) return ids
  for (const id of ids.value) {
    const synced = await syncDispute(id)
    if (!synced.ok) return synced
  }
  return ok(ids.value.length)
}
