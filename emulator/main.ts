import { parseArgs } from 'node:util'
import { pricesFrom } from './payments/pricing.ts'
import { type StartOptions, startEmulator } from './start.ts'

const USAGE = `node emulator/main.ts --port 12111 [--host 127.0.0.1] (--memory | --database-url postgresql://… [--schema local_stripe])
                      [--webhook URL=SECRET]… [--connect-webhook URL=SECRET]… [--check]
                      [--fee 2.9+30] [--international-fee 1.5]`

/** The command line's wishes. @throws Error with a sentence for the person who typed it. */
async function readOptions(args: string[]): Promise<StartOptions> {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '12111' },
      host: { type: 'string', default: '127.0.0.1' },
      memory: { type: 'boolean', default: false },
      'database-url': { type: 'string' },
      schema: { type: 'string', default: 'local_stripe' },
      webhook: { type: 'string', multiple: true, default: [] },
      'connect-webhook': { type: 'string', multiple: true, default: [] },
      fee: { type: 'string' },
      'international-fee': { type: 'string', default: '1.5' },
      check: { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`${values.port} is not a port`)
  const url = values['database-url']
  if (values.memory === (url !== undefined)) throw new Error('Give either --memory or --database-url')
  return {
    violations: values.check ? await checkAll() : undefined,
    pricing: values.fee === undefined ? undefined : pricingFrom(values.fee, values['international-fee']),
    host: values.host,
    port,
    database: url === undefined ? null : { url, schema: values.schema },
    webhooks: [
      ...values.webhook.map(pair => webhookOf(pair, false)),
      ...values['connect-webhook'].map(pair => webhookOf(pair, true)),
    ],
  }
}

function pricingFrom(fee: string, international: string) {
  const internationalBasisPoints = Math.round(Number(international) * 100)
  if (!(internationalBasisPoints >= 0)) throw new Error(`"${international}" is not a percentage`)
  return { prices: pricesFrom(fee), internationalBasisPoints, returnsFees: false, disputeFee: 1500 }
}

/** For development only: the types of the `stripe` package are read, which needs packages that a plain run does not. */
async function checkAll() {
  const { Violations } = await import('./schema/violations.ts')
  return new Violations({ requests: true })
}

function webhookOf(pair: string, connect: boolean) {
  const equals = pair.lastIndexOf('=')
  const url = pair.slice(0, Math.max(equals, 0))
  if (!URL.canParse(url)) throw new Error(`"${pair}" is not URL=SECRET`)
  return { url, secret: pair.slice(equals + 1), connect }
}

try {
  const running = await startEmulator(await readOptions(process.argv.slice(2)))
  process.stdout.write(`ready ${running.url}\n`)
  const stop = () => running.stop().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
} catch (error) {
  process.stderr.write(
    `The local Stripe could not start: ${error instanceof Error ? error.message : String(error)}\n\n${USAGE}\n`,
  )
  process.exit(1)
}
