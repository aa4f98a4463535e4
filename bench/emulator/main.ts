import { parseArgs } from 'node:util'
import Stripe from 'stripe'
import { type Program, startProgram } from '../programs.ts'
import { fillWith } from './fill.ts'
import { type Call, median, rate } from './load.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    'database-url': { type: 'string' },
    objects: { type: 'string', default: '0' },
  },
})
const SECONDS = Number(values.seconds)
const ROUNDS = Number(values.rounds)
const SCHEMA = `bench_${process.pid}`

/** A marketplace with one payable account: the calls to measure, and the id of the PaymentIntent that is read. */
async function arrange({ url }: Program): Promise<{ read: Call; list: Call; pay: Call; model: string }> {
  const { hostname, port } = new URL(url)
  const stripe = new Stripe('sk_test_bench', { host: hostname, port, protocol: 'http', telemetry: false })
  const account = await stripe.accounts.create({
    country: 'US',
    type: 'custom',
    business_type: 'individual',
    capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
  })
  const pay = new URLSearchParams({
    amount: '2000',
    currency: 'usd',
    confirm: 'true',
    payment_method: 'pm_card_visa',
    application_fee_amount: '200',
    'payment_method_types[0]': 'card',
    'transfer_data[destination]': await payable(stripe, url, account.id),
  }).toString()
  const call: Call = { method: 'POST', path: '/v1/payment_intents', body: pay }
  const model = await stripe.paymentIntents.create({ amount: 2000, currency: 'usd' })
  // A first page is full, however many more there are.
  for (let made = 0; made < 10; made++) await stripe.paymentIntents.create({ amount: 2000, currency: 'usd' })
  return {
    read: { method: 'GET', path: `/v1/payment_intents/${model.id}` },
    list: { method: 'GET', path: '/v1/payment_intents?limit=10' },
    pay: call,
    model: model.id,
  }
}

async function payable(stripe: Stripe, url: string, id: string): Promise<string> {
  const front = 'file_identity_document_success'
  const address = { line1: '1 Main Street', city: 'Austin', state: 'TX', postal_code: '78701', country: 'US' }
  await stripe.accounts.update(id, {
    business_profile: { mcc: '8999', product_description: 'Translations' },
    individual: {
      first_name: 'Ada',
      last_name: 'Byron',
      email: 'ada@example.com',
      phone: '+12025550123',
      dob: { day: 10, month: 12, year: 1985 },
      address,
      ssn_last_4: '0000',
      verification: { document: { front }, additional_document: { front } },
    },
    tos_acceptance: { date: Math.floor(Date.now() / 1000), ip: '203.0.113.7' },
    external_account: 'btok_us_verified',
  })
  await fetch(`${url}/_control/clock/advance`, { method: 'POST', body: '{"seconds":60}' })
  return id
}

async function medianRate(url: string, call: Call): Promise<number> {
  const rates: number[] = []
  for (let round = 0; round < ROUNDS; round++) rates.push(await rate(url, call, SECONDS))
  return median(rates)
}

function tell(what: string, perSecond: number, floor: number) {
  const share = floor > 0 ? `  ${(perSecond / floor).toFixed(2)} of the floor` : ''
  process.stdout.write(`${what.padEnd(52)}${perSecond.toFixed(0).padStart(8)} /s${share}\n`)
}

async function measure(name: string, args: string[]): Promise<void> {
  const emulator = await startProgram(['emulator/main.ts', '--port', '0', ...args])
  const calls = await arrange(emulator)
  const key = { headers: { authorization: 'Bearer sk_test_bench' } }
  const size = (await (await fetch(`${emulator.url}${calls.read.path}`, key)).text()).length
  const bare = await startProgram(['bench/emulator/floor.ts', String(size)])
  const floor = await medianRate(bare.url, { method: 'GET', path: '/' })
  tell(`bare Node server, ${size} bytes`, floor, 0)
  tell(`${name}: GET a PaymentIntent`, await medianRate(emulator.url, calls.read), floor)
  tell(`${name}: first page of PaymentIntents`, await medianRate(emulator.url, calls.list), floor)
  const floorPost = await medianRate(bare.url, { ...calls.pay, path: '/' })
  tell('bare Node server, the same POST', floorPost, 0)
  const least = await startProgram(['bench/emulator/least.ts'])
  tell('the least that a destination charge can be', await medianRate(least.url, calls.pay), floorPost)
  await least.stop()
  tell(
    `${name}: create and confirm a destination charge`,
    await medianRate(emulator.url, calls.pay),
    floorPost,
  )
  await Promise.all([emulator.stop(), bare.stop()])
}

async function measureMany(databaseUrl: string, count: number): Promise<void> {
  const schema = `${SCHEMA}_many`
  const args = ['emulator/main.ts', '--port', '0', '--database-url', databaseUrl, '--schema', schema]
  const empty = await startProgram(args)
  const { read, list, model } = await arrange(empty)
  const before = [await medianRate(empty.url, read), await medianRate(empty.url, list)]
  await empty.stop()
  await fillWith(databaseUrl, schema, model, count)
  const full = await startProgram(args)
  process.stdout.write(`${count} objects: starts in ${full.startMs} ms, ${await full.memory()} MiB\n`)
  tell(`${count} objects: GET a PaymentIntent`, await medianRate(full.url, read), before[0] ?? 0)
  tell(`${count} objects: first page of PaymentIntents`, await medianRate(full.url, list), before[1] ?? 0)
  process.stdout.write('("of the floor" here: of the same call with a few objects)\n')
  await full.stop()
}

await measure('in memory', ['--memory'])
const databaseUrl = values['database-url']
if (databaseUrl) {
  await measure('durable', ['--database-url', databaseUrl, '--schema', SCHEMA])
  if (Number(values.objects) > 0) await measureMany(databaseUrl, Number(values.objects))
}
