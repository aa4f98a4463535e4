import Stripe from 'stripe'
import { now } from '../clock.ts'
import { env } from '../env.ts'
import { stripe } from './client.ts'

const TOLERANCE_SECONDS = 300

/** A verified event in our shape. `account` is empty for the platform's own. `payload` is the body as it came. */
export type ReceivedEvent = {
  stripeEventId: string
  type: string
  livemode: boolean
  account: string
  objectId: string
  payload: string
}

/** The package only refuses old time stamps; one made for later would let a stolen body be replayed then. */
function isFromTheFuture(signature: string): boolean {
  const seconds = Number(/(?:^|,)t=(\d+)/.exec(signature)?.[1] ?? 0)
  return seconds > now().getTime() / 1000 + TOLERANCE_SECONDS
}

/** Stripe's event in our shape. */
export function reshapeEvent(event: Stripe.Event, payload: string): ReceivedEvent {
  const object = event.data.object
  return {
    stripeEventId: event.id,
    type: event.type,
    livemode: event.livemode,
    account: event.account ?? '',
    objectId: 'id' in object && typeof object.id === 'string' ? object.id : '',
    payload,
  }
}

/**
 * Checks a webhook's signature against every configured secret (two during a rotation, or one for each endpoint).
 * Returns null when none fits or the time stamp is over five minutes off. https://docs.stripe.com/webhooks#verify-events
 */
export function verifyEvent(body: string, signature: string): ReceivedEvent | null {
  if (isFromTheFuture(signature)) return null
  for (const secret of env().stripe.webhookSecrets) {
    try {
      return reshapeEvent(stripe().webhooks.constructEvent(body, signature, secret, TOLERANCE_SECONDS), body)
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError || error instanceof SyntaxError))
        throw error
    }
  }
  return null
}
