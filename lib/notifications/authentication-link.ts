import { now } from '../clock.ts'
import { isSigned, sign } from './signature.ts'

/** For how long a link in a mail works. Stripe itself sets no end to a bank's check that was not finished. */
const LINK_MS = 24 * 3600 * 1000

const textOf = (paymentId: string, until: string) => `authenticate:${paymentId}:${until}`

/**
 * The address at which the bank's check of one payment can be finished by whoever has it, without signing in: from a phone, say. It
 * shows the order's title and the sum, and lets nobody do anything else. Works for a day.
 */
export function authenticationPath(paymentId: string): string {
  const until = (now().getTime() + LINK_MS).toString(36)
  return `/authenticate/${paymentId}.${until}.${sign(textOf(paymentId, until))}`
}

/** The payment that a link is for; null for one that we did not make, or that is too old. */
export function paymentOfLink(token: string): string | null {
  const [paymentId, until, signature, ...more] = token.split('.')
  if (!paymentId || !until || !signature || more.length > 0) return null
  if (!isSigned(textOf(paymentId, until), signature)) return null
  return Number.parseInt(until, 36) > now().getTime() ? paymentId : null
}
