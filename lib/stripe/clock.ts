import { now } from '../clock.ts'
import { env } from '../env.ts'
import { ok, type Result } from '../result.ts'
import { callStripe, type StripeFailure } from './errors.ts'

/** What time it is for Stripe, by which holds end: the server's, or the local Stripe's, whose clock can be moved. */
export async function stripeTime(): Promise<Result<Date, StripeFailure>> {
  const { localUrl, timeoutMs } = env().stripe
  if (!localUrl) return ok(now())
  return callStripe(async () => {
    const response = await fetch(`${localUrl}/_control/clock`, { signal: AbortSignal.timeout(timeoutMs) })
    const clock = (await response.json()) as { now: number }
    return new Date(clock.now * 1000)
  })
}
