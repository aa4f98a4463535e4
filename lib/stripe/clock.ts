import { now } from '../clock.ts'
import { env } from '../env.ts'
import { ok, type Result } from '../result.ts'
import { callStripe, type StripeFailure } from './errors.ts'
import { control } from './local-control.ts'

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

/** Moves the local Stripe's clock forwards, and returns what time it then is, when all that fell due is done and has been told. */
export async function moveStripeClock(seconds: number): Promise<Result<Date, StripeFailure>> {
  return callStripe(async () => {
    const clock = await control<{ now: number }>('clock/advance', { seconds })
    await control('webhooks/flush', { timeoutMs: 10_000 })
    return new Date(clock.now * 1000)
  })
}
