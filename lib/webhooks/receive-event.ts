import { env } from '../env.ts'
import { logger } from '../logger.ts'
import { fail, ok, type Result } from '../result.ts'
import { verifyEvent } from '../stripe/webhooks.ts'
import { storeEvent } from './store-event.ts'

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
  return ok((await storeEvent(event)) ? 'stored' : 'known')
}
