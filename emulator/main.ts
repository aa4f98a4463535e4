import { BadOption, readOptions, USAGE } from './options.ts'
import { startEmulator } from './start.ts'

/** For development only: the types of the `stripe` package are read, which needs packages that a plain run does not. */
async function checkAll() {
  const { Violations } = await import('./schema/violations.ts')
  return new Violations({ requests: true })
}

async function run(): Promise<void> {
  const { help, check, start } = readOptions(process.argv.slice(2), process.env)
  if (help) {
    process.stdout.write(USAGE)
    return
  }
  const running = await startEmulator({ ...start, violations: check ? await checkAll() : undefined })
  const store = start.database
    ? `PostgreSQL, schema "${start.database.schema}"`
    : 'memory only: all is gone when it stops'
  process.stdout.write(`local stripe: kept in ${store}\nready ${running.url}\n`)
  const stop = () => running.stop().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

/** What went wrong, in words for the person who started it. */
function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE')
    return `The port is in use by another program. Choose another with --port. (${message})`
  if (code === 'EADDRNOTAVAIL') return `This machine does not have that address. Look at --host. (${message})`
  if (code === 'ECONNREFUSED') return `The database does not answer at --database-url. (${message || code})`
  const hint = error instanceof BadOption ? '\nnode emulator/main.ts --help tells the options.' : ''
  return `${message}${hint}`
}

try {
  await run()
} catch (error) {
  process.stderr.write(`The local Stripe could not start: ${reasonOf(error)}\n`)
  process.exit(1)
}
