import { env } from '../env.ts'
import { invariant } from '../result.ts'

/** Longer than any delay that is asked for, and than the clock takes for a month. */
const TIMEOUT_MS = 60_000

/**
 * Has the local Stripe do what only time or the network does to a real one (emulator/README.md). Answers what it answered.
 * @throws Error when it refuses or is not there.
 */
export async function control<Answer>(path: string, body: object): Promise<Answer> {
  const { localUrl } = env().stripe
  invariant(localUrl, 'only the local Stripe can be controlled')
  const response = await fetch(`${localUrl}/_control/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  if (!response.ok) throw new Error(`The local Stripe refused ${path}: ${response.status}`)
  return (await response.json()) as Answer
}
