import http from 'node:http'
import pg from 'pg'
import { startWorker, type Worker } from '../programs.ts'
import type { World } from '../world.ts'
import { sign } from './events.ts'

// Where payments end that are told of only by events, all of the same second and in any order: here, and in
// @supabase/stripe-sync-engine, and at Stripe, which is right.

const EVENTS_EACH = 10
const CONNECTIONS = 32

type Intent = { id: string; status: string; metadata: { order_id?: string } }
type Event = { id: string; created: number; data: { object: { id: string; payment_intent?: string | null } } }

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function shuffled<T>(list: readonly T[], next: () => number): T[] {
  const left = [...list]
  for (let place = left.length - 1; place > 0; place--) {
    const other = Math.floor(next() * (place + 1))
    ;[left[place], left[other]] = [left[other] as T, left[place] as T]
  }
  return left
}

async function atStripe<T>({ stripeUrl }: World, path: string, method = 'GET'): Promise<T> {
  const headers = { authorization: 'Bearer sk_test_local' }
  const response = await fetch(`${stripeUrl}/v1/${path}`, { method, headers })
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
  return (await response.json()) as T
}

async function everything<T extends { id: string }>(world: World, path: string): Promise<T[]> {
  const all: T[] = []
  for (let after = ''; ; after = `&starting_after=${all.at(-1)?.id}`) {
    const page = await atStripe<{ data: T[]; has_more: boolean }>(world, `${path}?limit=100${after}`)
    all.push(...page.data)
    if (!page.has_more) return all
  }
}

/** Orders that are held here and that Stripe then took to their end, one half each, while nobody listened. */
async function endAtStripe(world: World, market: Worker, count: number): Promise<void> {
  await market.ask({ what: 'arrange' })
  await market.ask({ what: 'check out', orderIds: await market.ask({ what: 'place', count }) })
  for (const [number, { id }] of (await everything<Intent>(world, 'payment_intents')).entries()) {
    await atStripe(world, `payment_intents/${id}/${number % 2 ? 'capture' : 'cancel'}`, 'POST')
  }
}

/** What Stripe said of each payment, ten times in all, as of one and the same second. */
async function bodiesOf(world: World, intents: Intent[]): Promise<string[]> {
  const told = new Map<string, Event[]>(intents.map(({ id }) => [id, []]))
  for (const event of await everything<Event>(world, 'events')) {
    const { id, payment_intent } = event.data.object
    told.get(payment_intent ?? id)?.push(event)
  }
  return [...told.values()].flatMap(events =>
    Array.from({ length: EVENTS_EACH }, (_, number) =>
      JSON.stringify({ ...events[number % events.length], created: 1_795_000_000 }),
    ),
  )
}

function post(url: string, body: string, agent: http.Agent): Promise<number> {
  const { signature } = sign(body, 'whsec_local')
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'stripe-signature': signature }
    const sent = http.request(url, { method: 'POST', agent, headers }, response => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

async function deliver(url: string, bodies: string[]): Promise<void> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const statuses = await Promise.all(bodies.map(body => post(url, body, agent)))
  agent.destroy()
  const refused = statuses.filter(status => status !== 200).length
  if (refused > 0) throw new Error(`${url} refused ${refused} of ${bodies.length}`)
}

async function statusesIn(databaseUrl: string, sql: string): Promise<Map<string, string>> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  const { rows } = await client.query<{ id: string; status: string }>(sql)
  await client.end()
  return new Map(rows.map(({ id, status }) => [id, status]))
}

async function untilHandled(databaseUrl: string): Promise<void> {
  const waiting =
    "SELECT id, state AS status FROM stripe_events WHERE state IN ('received', 'parked') LIMIT 1"
  while ((await statusesIn(databaseUrl, waiting)).size > 0)
    await new Promise(resolve => setTimeout(resolve, 500))
}

function tellWrong(name: string, ends: Map<string, string>, intents: Intent[]): void {
  const wrong = intents.filter(({ id, status }) => ends.get(id) !== status).length
  process.stdout.write(`${name.padEnd(58)}${wrong} of ${intents.length} in another state than at Stripe\n`)
}

/** Tells how many payments end in another state than at Stripe, here and there, for the same events in the same order. */
export async function compareStates(world: World, count: number, seed: number): Promise<void> {
  const peerUrl = await world.anotherDatabase('peer')
  const readingUrl = await world.anotherDatabase('peer_reading')
  const peer = await world.run(['bench/webhooks/peer.ts'], { DATABASE_URL: peerUrl })
  const reading = await world.run(['bench/webhooks/peer.ts'], { DATABASE_URL: readingUrl, READS_STRIPE: '1' })
  const ingest = await world.run(['scripts/ingest/main.ts', '--port', '0'])
  const market = startWorker('bench/marketplace.ts', world.env)
  await endAtStripe(world, market, count)
  await market.stop()
  const intents = await everything<Intent>(world, 'payment_intents')
  const bodies = shuffled(await bodiesOf(world, intents), seeded(seed))
  const worker = startWorker('lib/jobs/worker.ts', world.env)
  await deliver(`${ingest.url}/api/webhooks/stripe`, bodies)
  await deliver(peer.url, bodies)
  await deliver(reading.url, bodies)
  await untilHandled(world.databaseUrl)
  await worker.stop()
  process.stdout.write(`${bodies.length} events of one second, seed ${seed}\n`)
  const ofPeer = 'SELECT id, status FROM stripe.payment_intents'
  tellWrong('@supabase/stripe-sync-engine', await statusesIn(peerUrl, ofPeer), intents)
  tellWrong('    told to read Stripe for each', await statusesIn(readingUrl, ofPeer), intents)
  const ofOurs = 'SELECT stripe_payment_intent_id AS id, status FROM payments'
  tellWrong('Holdfast', await statusesIn(world.databaseUrl, ofOurs), intents)
}
