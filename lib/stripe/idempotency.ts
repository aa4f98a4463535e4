import { now } from '../clock.ts'

/** Stripe keeps an idempotency key for at least 24 hours; an hour is left for clocks and slow calls. */
const KEY_LIFE_MS = 23 * 3600 * 1000

/**
 * Whether a write whose row was made at `createdAt` may have been forgotten by Stripe: then it is looked for, never sent
 * again. https://docs.stripe.com/api/idempotent_requests
 */
export function isKeyForgotten(createdAt: Date): boolean {
  return now().getTime() - createdAt.getTime() > KEY_LIFE_MS
}
