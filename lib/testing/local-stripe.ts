import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll } from 'vitest'

/** Arguments to add, such as `--webhook URL=SECRET`. */
export type LocalStripeOptions = { args?: string[] }

const children: ChildProcess[] = []

// Here and not where a child is started: a hook that is registered inside another hook never runs.
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
})

async function untilItServes(url: string): Promise<void> {
  const until = Date.now() + 20_000
  for (;;) {
    const response = await fetch(`${url}/_control/clock`).catch(() => null)
    if (response?.ok) return
    if (Date.now() > until) throw new Error(`The local Stripe does not answer at ${url}.`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

/**
 * Starts a local Stripe for this test file alone, in memory, at the STRIPE_LOCAL_URL that the file was given, and
 * ends it after the file. Call it in `beforeAll`. Returns its address.
 */
export async function startLocalStripe(options: LocalStripeOptions = {}): Promise<string> {
  const url = process.env.STRIPE_LOCAL_URL
  if (!url) throw new Error('Only test files may start a local Stripe.')
  const args = ['emulator/main.ts', '--port', new URL(url).port, '--memory', ...(options.args ?? [])]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  children.push(child)
  await untilItServes(url)
  return url
}
