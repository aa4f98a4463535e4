import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The event types of `stripe trigger` that this emulator covers: no billing, Checkout, issuing, identity or bank transfers. */
export const TRIGGERS = [
  'account.application.deauthorized',
  'account.updated',
  'balance.available',
  'charge.captured',
  'charge.dispute.closed',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.failed',
  'charge.refund.updated',
  'charge.refunded',
  'charge.succeeded',
  'customer.created',
  'customer.deleted',
  'customer.source.created',
  'customer.source.updated',
  'customer.updated',
  'payment_intent.amount_capturable_updated',
  'payment_intent.canceled',
  'payment_intent.created',
  'payment_intent.payment_failed',
  'payment_intent.processing',
  'payment_intent.requires_action',
  'payment_intent.succeeded',
  'payment_method.attached',
  'payment_method.detached',
  'payment_method.updated',
  'payout.created',
  'payout.updated',
  'setup_intent.canceled',
  'setup_intent.created',
  'setup_intent.requires_action',
  'setup_intent.setup_failed',
  'setup_intent.succeeded',
  'topup.created',
  'transfer.created',
  'transfer.reversed',
  'transfer.updated',
] as const

export interface CliRun {
  code: number
  output: string
}

const require = createRequire(import.meta.url)

/**
 * What Node is to run for the official Stripe CLI to call an emulator.
 * @param home where its configuration is, so that nobody's own, with their keys, is read or written
 */
export function cliCommand(url: string, home: string, args: string[]) {
  const shim = path.join(path.dirname(require.resolve('@stripe/cli/package.json')), 'bin', 'shim.js')
  return {
    args: [shim, ...args, '--api-base', url, '--api-key', 'sk_test_1234567890abcdef'],
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home },
  }
}

/** Runs the official Stripe CLI against an emulator, with a configuration of its own that is thrown away. */
export function runCli(url: string, args: string[]): Promise<CliRun> {
  const home = mkdtempSync(path.join(tmpdir(), 'stripe-cli-'))
  const { args: full, env } = cliCommand(url, home, args)
  return new Promise(resolve => {
    execFile(process.execPath, full, { env, timeout: 60_000 }, (error, stdout, stderr) => {
      rmSync(home, { recursive: true, force: true })
      resolve({ code: error ? 1 : 0, output: `${stdout}\n${stderr}` })
    })
  })
}
