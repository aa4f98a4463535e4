import { db } from '../db.ts'
import { env } from '../env.ts'
import { processEvent } from './process-event.ts'

/** Handles now what waits in the inbox, in the order in which it happened, as the worker would one by one. Returns how many failed. */
export async function processWaiting(): Promise<number> {
  const waiting = await db().stripeEvent.findMany({
    where: { livemode: env().stripe.livemode, state: 'received' },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  let failed = 0
  for (const { id } of waiting) if (!(await processEvent(id)).ok) failed += 1
  return failed
}
