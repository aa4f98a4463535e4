import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll } from 'vitest'

/** Arguments to add, such as `--webhook URL=SECRET`. */
export type LocalStripeOptions = { args?: string[] }

const children: ChildProcess[] = []

// Here and not where a child is started: a hook that is registered inside another hook never runs.
afterAll(async () => {
  const violations = children.length > 0 ? await violationsAt(process.env.STRIPE_LOCAL_URL ?? '') : []
  for (const child of children) child.kill('SIGKILL')
  if (violations.length > 0) throw new Error(`Not as Stripe's types have it:\n${violations.join('\n')}`)
})

/** Requests of ours and answers to them that the types of the `stripe` package do not know. */
async function violationsAt(url: string): Promise<string[]> {
  const response = await fetch(`${url}/_control/violations`)
  const { isChecked, violations } = (await response.json()) as { isChecked: boolean; violations: string[] }
  if (!isChecked) throw new Error('The local Stripe of this test file does not check what it is sent.')
  return violations
}

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
 * ends it after the file. Every request of ours and every answer is checked against the types of the `stripe` package. Call it in `beforeAll`. Returns its address.
 */
export async function startLocalStripe(options: LocalStripeOptions = {}): Promise<string> {
  const url = process.env.STRIPE_LOCAL_URL
  if (!url) throw new Error('Only test files may start a local Stripe.')
  const args = [
    'emulator/main.ts',
    '--port',
    new URL(url).port,
    '--memory',
    '--check',
    ...(options.args ?? []),
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  children.push(child)
  await untilItServes(url)
  return url
}
