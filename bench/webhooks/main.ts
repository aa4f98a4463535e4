import { parseArgs } from 'node:util'
import { ratios, tell } from '../figures.ts'
import { startWorld } from '../world.ts'
import { type Endpoint, endpointsOf, onDatabase } from './endpoints.ts'
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

/** What a round showed: with the processor time of the endpoint's process for each event, in microseconds. */
type Round = Taken & { cpu: number }

type Measured = Endpoint & { rounds: Round[] }

/**
 * What PostgreSQL does by itself every minute or so, done now and not in the middle of a round; and no worker takes the jobs away
 * here, so the queue grows as it never does: plans made while it was empty would read all of it for every event.
 */
const tidy = (databaseUrl: string) =>
  onDatabase(databaseUrl, async client => {
    await client.query('VACUUM (ANALYZE)')
    await client.query('CHECKPOINT')
  })

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

/** How the rate or the slowest hundredth of one is beside that of another, round by round. */
function tellBeside(one: Measured, other: Measured | undefined, what: 'perSecond' | 'p99', as: string): void {
  const of = (measured: Measured | undefined) => measured?.rounds.map(round => round[what]) ?? []
  if (one !== other) tell(`    ${as} beside ${other?.name}`, ratios(of(one), of(other)), 'times', 2)
}

function report(endpoints: Measured[]): void {
  const [floor, peer, nextPeer] = endpoints
  for (const one of endpoints) {
    const all = (what: keyof Round) => one.rounds.map(round => round[what])
    process.stdout.write(`${one.name}\n`)
    tell('    acknowledged', all('perSecond'), '/s', 0)
    tell('    slowest hundredth from', all('p99'), 'ms')
    tell('    processor time of its process for each', all('cpu'), 'µs', 0)
    if (one === floor) continue
    for (const other of [floor, peer, nextPeer]) tellBeside(one, other, 'perSecond', 'rate')
    tellBeside(one, peer, 'p99', 'slowest hundredth')
  }
}

async function compareRates(): Promise<void> {
  const endpoints = (await endpointsOf(world)).map(endpoint => ({ ...endpoint, rounds: [] as Round[] }))
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
