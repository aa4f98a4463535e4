import { transaction } from '../db.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { ok, type Result } from '../result.ts'
import { ATTEMPTS_MAX } from './model.ts'
import { processEvent } from './process-event.ts'

/** The pause before an event is handled again by itself; graphile-worker's own for a job that failed once. */
const AGAIN_SECONDS = 3

/**
 * Handles events that came together, in the order in which they came. One that fails gets a job of its own, with pauses of its own, and
 * keeps no other waiting. What a worker that dies leaves unhandled the completer finds.
 */
export async function processEvents(stripeEventRowIds: string[]): Promise<Result<void, never>> {
  for (const id of stripeEventRowIds) {
    if ((await processEvent(id)).ok) continue
    const options = { key: `event:${id}`, delaySeconds: AGAIN_SECONDS, attemptsMax: ATTEMPTS_MAX - 1 }
    await transaction(tx => enqueue(tx, 'process-event', { stripeEventRowId: id }, options))
  }
  return ok()
}
