import type { Result } from '../result.ts'
import { stripe } from './client.ts'
import { callStripe, type StripeFailure } from './errors.ts'
import { type ReceivedEvent, reshapeEvent } from './webhooks.ts'

/**
 * Every event since a moment that Stripe keeps (30 days), oldest first: what a webhook endpoint would have been sent.
 * https://docs.stripe.com/api/events/list
 */
export function listEvents(
  accountId: string | null,
  since: Date,
): Promise<Result<ReceivedEvent[], StripeFailure>> {
  return callStripe(async () => {
    const events: ReceivedEvent[] = []
    const created = { gte: Math.floor(since.getTime() / 1000) }
    const options = accountId ? { stripeAccount: accountId } : {}
    for await (const event of stripe().events.list({ created, limit: 100 }, options)) {
      // Read through the account's own list, an event does not say whose it is.
      events.push(reshapeEvent({ ...event, account: accountId ?? event.account }, JSON.stringify(event)))
    }
    return events.reverse()
  })
}
