import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cliCommand } from './stripe-cli.ts'

const USAGE = `npm run emulator:cli -- [--url http://127.0.0.1:12111] COMMAND …
  trigger payment_intent.succeeded    makes what it takes for the event to be sent
  fixtures FILE                       plays requests from a file
  get /v1/customers, post, delete     single requests; also "customers list --limit 3" and the like`

/** Runs the official Stripe CLI against a local Stripe, wherever the CLI itself would call the real one. */
function main(): void {
  const args = process.argv.slice(2)
  const named = args.indexOf('--url')
  const [, given] = named < 0 ? [] : args.splice(named, 2)
  const url = new URL(given ?? 'http://127.0.0.1:12111').origin
  if (args.length === 0 || args[0] === '--help') {
    process.stdout.write(`${USAGE}\n`)
    process.exitCode = args.length === 0 ? 2 : 0
    return
  }
  const home = mkdtempSync(path.join(tmpdir(), 'stripe-cli-'))
  const command = cliCommand(url, home, args)
  const child = spawn(process.execPath, command.args, { env: command.env, stdio: 'inherit' })
  child.on('close', code => {
    rmSync(home, { recursive: true, force: true })
    process.exitCode = code ?? 1
  })
}

main()
