import { transaction } from '../db.ts'
import { newId } from '../ids.ts'
import { enqueue } from '../jobs/enqueue.ts'
import type { ReceivedEvent } from '../stripe/webhooks.ts'

/** Stores an event once, with its job in the same commit; true when it is new. */
export async function storeEvent(event: ReceivedEvent): Promise<boolean> {
  const id = newId('sev')
  return transaction(async tx => {
    const inserted = await tx.$executeRaw`
      INSERT INTO stripe_events (id, stripe_event_id, livemode, account, type, object_id, payload)
      VALUES (${id}, ${event.stripeEventId}, ${event.livemode}, ${event.account}, ${event.type}, ${event.objectId}, ${event.payload}::jsonb)
      ON CONFLICT (livemode, account, stripe_event_id) DO NOTHING`
    if (inserted === 0) return false
    await enqueue(tx, 'process-event', { stripeEventRowId: id }, { key: `event:${id}` })
    return true
  })
}
