import { now } from '../clock.ts'
import { env } from '../env.ts'
import { invariant, ok, type Result } from '../result.ts'
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

/** Moves the local Stripe's clock forwards, and returns what time it then is, when all that fell due is done and has been told. */
export async function moveStripeClock(seconds: number): Promise<Result<Date, StripeFailure>> {
  const { localUrl } = env().stripe
  invariant(localUrl, 'only the local Stripe has a clock that can be moved')
  return callStripe(async () => {
    const post = async (path: string, body: object) => {
      const response = await fetch(`${localUrl}/_control/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (!response.ok) throw new Error(`The local Stripe refused ${path}: ${response.status}`)
      return response.json()
    }
    const clock = (await post('clock/advance', { seconds })) as { now: number }
    await post('webhooks/flush', { timeoutMs: 10_000 })
    return new Date(clock.now * 1000)
  })
}
