import { parseArgs } from 'node:util'
import { type Pricing, pricesFrom } from './payments/pricing.ts'
import type { StartOptions } from './start.ts'

export const USAGE = `The local Stripe: node emulator/main.ts [options]

  --port 12111                  where it listens; 0 takes a free port
  --host 127.0.0.1              on which address; others than this machine can reach it when you say another
  --memory                      keeps everything in memory: the default
  --database-url postgresql://… keeps everything in PostgreSQL: what was answered survives a kill
  --schema local_stripe         the schema there; one emulator per schema
  --webhook URL=SECRET          sends the platform's events there (as often as you like)
  --connect-webhook URL=SECRET  sends the events of connected accounts there
  --fee 2.9+30                  what a card payment costs the platform; several with commas: the least counts
  --international-fee 1.5       percent more for cards of other countries
  --allow-host NAME             a further name under which /_control and /_console may be called
  --allow-production            starts although NODE_ENV is "production"
  --check                       for development: checks every request and answer against the types of the stripe package
  --help                        this

Then point a Stripe client at http://127.0.0.1:12111 with any key sk_test_…; the page for people is at the same address.
`

/** What is wrong with the command line, in a sentence for the person who typed it. */
export class BadOption extends Error {}

/** What the command line asks for. */
export interface Wishes {
  help: boolean
  check: boolean
  start: StartOptions
}

/** Reads the command line. @throws BadOption */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): Wishes {
  const values = parsed(args)
  const url = values['database-url']
  if (values.memory && url !== undefined) throw new BadOption('Give --memory or --database-url, not both.')
  if (url !== undefined && !/^postgres(ql)?:\/\//.test(url)) {
    throw new BadOption('--database-url must begin with postgresql://')
  }
  if (env.NODE_ENV === 'production' && !values['allow-production'] && !values.help) {
    throw new BadOption(
      'NODE_ENV is "production". This is a stand-in for Stripe that moves no real money; say --allow-production if it is meant.',
    )
  }
  return {
    help: values.help,
    check: values.check,
    start: {
      host: values.host,
      port: portOf(values.port),
      database: url === undefined ? null : { url, schema: values.schema },
      webhooks: [
        ...values.webhook.map(pair => webhookOf(pair, false)),
        ...values['connect-webhook'].map(pair => webhookOf(pair, true)),
      ],
      pricing: values.fee === undefined ? undefined : pricingFrom(values.fee, values['international-fee']),
      allowedHosts: [...values['allow-host'], values.host],
    },
  }
}

function parsed(args: string[]) {
  try {
    return parseArgs({
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
        'allow-host': { type: 'string', multiple: true, default: [] },
        'allow-production': { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values
  } catch (error) {
    throw new BadOption(error instanceof Error ? error.message : String(error))
  }
}

function portOf(text: string): number {
  const port = Number(text)
  if (text.trim() !== '' && Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new BadOption(`"${text}" is not a port.`)
}

function pricingFrom(fee: string, international: string): Pricing {
  const internationalBasisPoints = Math.round(Number(international) * 100)
  if (!(internationalBasisPoints >= 0)) throw new BadOption(`"${international}" is not a percentage.`)
  try {
    return { prices: pricesFrom(fee), internationalBasisPoints, returnsFees: false, disputeFee: 1500 }
  } catch (error) {
    throw new BadOption(error instanceof Error ? error.message : String(error))
  }
}

function webhookOf(pair: string, connect: boolean) {
  const equals = pair.lastIndexOf('=')
  const url = pair.slice(0, Math.max(equals, 0))
  const secret = pair.slice(equals + 1)
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '') || secret === '') {
    throw new BadOption(`"${pair}" is not URL=SECRET, as in http://127.0.0.1:3000/hook=whsec_mine`)
  }
  return { url, secret, connect }
}
