import { now } from '../clock.ts'
import { db } from '../db.ts'
import { env } from '../env.ts'
import { syncAccount } from '../onboarding/sync-account.ts'
import { ok, type Result } from '../result.ts'
import { isAccountGone, type StripeFailure } from '../stripe/errors.ts'
import { listEvents } from '../stripe/events.ts'
import { HANDLERS } from './handlers.ts'
import { storeEvent } from './store-event.ts'

/** How far back missed events are looked for: beyond an outage of a long weekend, within the 30 days that Stripe keeps them. */
const LOOK_BACK_MS = 4 * 24 * 3600 * 1000

async function accounts(): Promise<string[]> {
  const rows = await db().connectedAccount.findMany({
    where: { livemode: env().stripe.livemode, stripeAccountId: { not: null } },
    select: { stripeAccountId: true },
  })
  return rows.flatMap(({ stripeAccountId }) => stripeAccountId ?? [])
}

/**
 * Finds the events that Stripe could not deliver (our endpoint was down, or its deliveries were lost) and puts them in the inbox,
 * as if they had come. Returns how many were missing; the first failure of Stripe ends it, and the next run begins again. An account that
 * Stripe does not have any more has none, and is recorded as gone.
 */
export async function catchUp(
  since = new Date(now().getTime() - LOOK_BACK_MS),
): Promise<Result<number, StripeFailure>> {
  let missed = 0
  for (const accountId of [null, ...(await accounts())]) {
    const events = await listEvents(accountId, since)
    if (!events.ok) {
      if (!accountId || !isAccountGone(events.error)) return events
      await syncAccount(accountId)
      continue
    }
    for (const event of events.value) {
      if (HANDLERS[event.type] && (await storeEvent(event))) missed += 1
    }
  }
  return ok(missed)
}
