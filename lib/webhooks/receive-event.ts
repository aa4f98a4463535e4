import { transaction } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { logger } from '../logger.ts'
import { fail, ok, type Result } from '../result.ts'
import { type ReceivedEvent, verifyEvent } from '../stripe/webhooks.ts'

/** One insert that does nothing if the event is here already; true when it is new. */
async function store(event: ReceivedEvent): Promise<boolean> {
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

/**
 * Takes a webhook in: signature checked on the raw body, stored once with its job in one commit. The work is the worker's.
 * Events of the other mode (a live Connect endpoint is sent test events too) are acknowledged and dropped.
 * Throws when the database is down, so that Stripe is told to send again.
 */
export async function receiveEvent(
  body: string,
  signature: string,
): Promise<Result<'stored' | 'known' | 'other_mode', 'bad_signature'>> {
  const event = verifyEvent(body, signature)
  if (!event) return fail('bad_signature')
  if (event.livemode !== env().stripe.livemode) {
    logger.warn(
      { stripeEventId: event.stripeEventId, livemode: event.livemode },
      'event of the other mode dropped',
    )
    return ok('other_mode')
  }
  return ok((await store(event)) ? 'stored' : 'known')
}
