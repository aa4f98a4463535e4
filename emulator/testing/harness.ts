import Stripe from 'stripe'
import { Violations } from '../schema/violations.ts'
import { type Running, type StartOptions, startEmulator } from '../start.ts'

export interface TestEmulator extends Running {
  /** The real client, as the platform. */
  stripe: Stripe
  /** The real client with a publishable key, as a browser would call. */
  browser: Stripe
  /** Calls `/_control/<path>`. */
  control(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>
  /** Moves the clock. */
  advance(seconds: number): Promise<void>
}

/** The real `stripe` package talking to an emulator at `url`. */
export function clientOf(url: string, key = 'sk_test_local'): Stripe {
  const { hostname, port } = new URL(url)
  return new Stripe(key, { host: hostname, port, protocol: 'http', telemetry: false, maxNetworkRetries: 0 })
}

/**
 * An emulator in this process, in memory and on a free port unless told otherwise. Every answer it
 * gives is checked against the types of the `stripe` package: `stop` throws when one was of another form.
 */
export async function startTestEmulator(options: Partial<StartOptions> = {}): Promise<TestEmulator> {
  const violations = new Violations()
  const running = await startEmulator({
    violations,
    host: '127.0.0.1',
    port: 0,
    database: null,
    webhooks: [],
    ...options,
  })
  async function control(method: string, path: string, body?: unknown) {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) }
    const answer = await fetch(`${running.url}/_control/${path}`, init)
    if (!answer.ok) throw new Error(await answer.text())
    return (await answer.json()) as Record<string, unknown>
  }
  return {
    ...running,
    stripe: clientOf(running.url),
    browser: clientOf(running.url, 'pk_test_local'),
    control,
    async stop() {
      await running.stop()
      violations.expectNone()
    },
    advance: async seconds => void (await control('POST', 'clock/advance', { seconds })),
  }
}
