import { logger } from '../logger.ts'
import { fail, ok, type Result } from '../result.ts'
import { control } from './local-control.ts'

/** How an event comes again: `copy` as another event that tells the same, `delay` after so many seconds. */
export type Again = { event: string; copy?: boolean; delay?: number }

/** How long is waited for a delivery beyond its delay. */
const WAIT_MS = 10_000

/**
 * Has the local Stripe deliver events again, each after the one before has been answered. Returns to how many endpoints they went.
 * @throws Error where Stripe is a real one, which cannot be told to.
 */
export async function deliverAgain(events: Again[]): Promise<Result<number, 'no_answer'>> {
  let count = 0
  try {
    for (const { delay = 0, ...event } of events) {
      const { deliveries } = await control<{ deliveries: number }>('webhooks/replay', { ...event, delay })
      await control('webhooks/flush', { timeoutMs: WAIT_MS + delay * 1000 })
      count += deliveries
    }
  } catch (error) {
    logger.warn({ err: error }, 'the local Stripe did not deliver')
    return fail('no_answer')
  }
  return ok(count)
}
