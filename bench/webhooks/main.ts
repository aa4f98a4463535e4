import { parseArgs } from 'node:util'
import pg from 'pg'
import { NODE_FLAGS } from '../../scripts/ingest/node-flags.mjs'
import { ratios, tell } from '../figures.ts'
import type { Program } from '../programs.ts'
import { startWorld, type World } from '../world.ts'
import { type Taken, takenBy } from './load.ts'
import { compareStates } from './states.ts'

// `npm run bench:webhooks`: how many signed events a second each endpoint has on disk when it says so, and how long the
// slowest hundredth waits for that. With --states: in which state payments end whose events came in any order.

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    states: { type: 'boolean', default: false },
    orders: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
})
const ROUNDS = Number(values.rounds)
const SECONDS = Number(values.seconds)
const RUN_UP_SECONDS = 0.5

/** One endpoint; `stored` counts what its database has of it. */
interface Endpoint {
  name: string
  program: Program
  path: string
  databaseUrl: string
  stored: () => Promise<number>
  rounds: Round[]
}

/** What a round showed: with the processor time of the endpoint's process for each event, in microseconds. */
type Round = Taken & { cpu: number }

async function onDatabase<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const counting = (databaseUrl: string, table: string) => () =>
  onDatabase(databaseUrl, async client => {
    const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${table}`)
    return Number(rows[0]?.count)
  })

/**
 * What PostgreSQL does by itself every minute or so, done now and not in the middle of a round; and no worker takes the jobs away
 * here, so the queue grows as it never does: plans made while it was empty would read all of it for every event.
 */
const tidy = (databaseUrl: string) =>
  onDatabase(databaseUrl, async client => {
    await client.query('VACUUM (ANALYZE)')
    await client.query('CHECKPOINT')
  })

async function endpointsOf(world: World): Promise<Endpoint[]> {
  const floorUrl = await world.anotherDatabase('floor')
  const peerUrl = await world.anotherDatabase('peer')
  const floor = await world.run(['bench/webhooks/floor.ts'], { DATABASE_URL: floorUrl })
  const peer = await world.run(['bench/webhooks/peer.ts'], { DATABASE_URL: peerUrl })
  const ingest = await world.run([...NODE_FLAGS, 'scripts/ingest/main.ts', '--port', '0'])
  const web = await world.startWeb()
  const path = '/api/webhooks/stripe'
  const ours = { path, databaseUrl: world.databaseUrl, table: 'stripe_events' }
  return [
    {
      name: 'bare Node server, one insert',
      program: floor,
      path: '',
      databaseUrl: floorUrl,
      table: 'floor_events',
    },
    {
      name: '@supabase/stripe-sync-engine',
      program: peer,
      path: '',
      databaseUrl: peerUrl,
      table: 'stripe.payment_intents',
    },
    { name: 'Holdfast, the app itself', program: web, ...ours },
    { name: 'Holdfast, npm run ingest', program: ingest, ...ours },
  ].map(({ table, ...endpoint }) => ({
    ...endpoint,
    stored: counting(endpoint.databaseUrl, table),
    rounds: [],
  }))
}

async function measure(endpoint: Endpoint, seconds: number): Promise<Round> {
  const { name, program, path, databaseUrl, stored } = endpoint
  const secret = world.env.STRIPE_WEBHOOK_SECRET ?? ''
  await tidy(databaseUrl)
  // PostgreSQL makes its plans anew after that: once in a minute or so, and not in each of these few seconds.
  await takenBy(`${program.url}${path}`, secret, RUN_UP_SECONDS)
  const [storedBefore, cpuBefore] = [await stored(), await program.cpuMs()]
  const taken = await takenBy(`${program.url}${path}`, secret, seconds)
  const cpu = (((await program.cpuMs()) - cpuBefore) * 1000) / taken.count
  const now = (await stored()) - storedBefore
  // What was on its way when the time was over is stored too; acknowledged and not stored is what may not be.
  if (now < taken.count) throw new Error(`${name} acknowledged ${taken.count}, stored ${now}`)
  return { ...taken, cpu }
}

function report(endpoints: Endpoint[]): void {
  const [floor, peer] = endpoints
  const all = (one: Endpoint | undefined, what: keyof Round) => one?.rounds.map(round => round[what]) ?? []
  for (const one of endpoints) {
    process.stdout.write(`${one.name}\n`)
    tell('    acknowledged', all(one, 'perSecond'), '/s', 0)
    tell('    slowest hundredth from', all(one, 'p99'), 'ms')
    tell('    processor time of its process for each', all(one, 'cpu'), 'µs', 0)
    if (one === peer || one === floor) continue
    tell('    rate beside sync-engine', ratios(all(one, 'perSecond'), all(peer, 'perSecond')), 'times', 2)
    tell(
      '    rate beside the bare server',
      ratios(all(one, 'perSecond'), all(floor, 'perSecond')),
      'times',
      2,
    )
    tell('    slowest hundredth beside sync-engine', ratios(all(one, 'p99'), all(peer, 'p99')), 'times', 2)
  }
}

async function compareRates(): Promise<void> {
  const endpoints = await endpointsOf(world)
  // Until the engine has compiled what runs often.
  for (let warm = 0; warm < 3; warm++) for (const endpoint of endpoints) await measure(endpoint, 2)
  for (let round = 0; round < ROUNDS; round++) {
    // Each begins a round as often as every other: what the one before left to the disk is not always the same one's to bear.
    const first = round % endpoints.length
    const turns = [...endpoints.slice(first), ...endpoints.slice(0, first)]
    for (const endpoint of turns) endpoint.rounds.push(await measure(endpoint, SECONDS))
  }
  process.stdout.write(`${ROUNDS} rounds of ${SECONDS} s, 32 connections\n`)
  report(endpoints)
}

const world = await startWorld()
try {
  if (values.states) await compareStates(world, Number(values.orders), Number(values.seed))
  else await compareRates()
} finally {
  await world.stop()
}
