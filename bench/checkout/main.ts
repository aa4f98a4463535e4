import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { median, ratios, tell } from '../figures.ts'
import { startWorker, type Worker } from '../programs.ts'
import type { Arranged } from '../talk.ts'
import { startWorld, type World } from '../world.ts'
import { Browser, type Press } from './browser.ts'

// `npm run bench:checkout`: what Holdfast adds to a checkout with a saved card beyond Stripe's own time, beside the least
// that such a checkout can be. Each round measures all of them one after the other.

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, checkouts: { type: 'string', default: '30' } },
})
const ROUNDS = Number(values.rounds)
const COUNT = Number(values.checkouts)

/** One way to check out `count` times; milliseconds of each, Stripe's included. */
type Way = { name: string; run: () => Promise<number[]>; perRound: number[] }

/** The local Stripe's own milliseconds for each of the last checkouts. */
async function stripeOwn({ stripeUrl }: World): Promise<number[]> {
  const response = await fetch(`${stripeUrl}/_control/requests`)
  const { requests } = (await response.json()) as { requests: { method: string; path: string; ms: number }[] }
  const created = requests.filter(({ method, path }) => method === 'POST' && path === '/v1/payment_intents')
  return created.slice(-COUNT).map(({ ms }) => ms)
}

async function once(world: World, way: Way): Promise<number> {
  const took = await way.run()
  const own = await stripeOwn(world)
  return median(took.map((ms, index) => ms - (own[index] ?? 0)))
}

/** The statements that PostgreSQL was sent during `work`, as its own log has them. */
async function statementsOf(world: World, work: () => Promise<unknown>): Promise<string[]> {
  const client = new pg.Client(world.databaseUrl)
  await client.connect()
  const setLog = async (what: string) => {
    await client.query(`ALTER SYSTEM SET log_statement = '${what}'`)
    await client.query('SELECT pg_reload_conf()')
    await new Promise(resolve => setTimeout(resolve, 500))
  }
  await setLog('all')
  const before = readFileSync(world.postgresLog, 'utf8').length
  await work()
  const log = readFileSync(world.postgresLog, 'utf8').slice(before)
  await setLog('none')
  await client.end()
  return [...log.matchAll(/LOG: {2}(?:statement|execute [^:]+): (.*(?:\n\t.*)*)/g)].map(([, sql]) =>
    (sql ?? '').replace(/\s+/g, ' ').trim(),
  )
}

const isBracket = (sql: string) => /^(begin|commit)/i.test(sql)

function tellStatements(what: string, statements: string[]): void {
  const brackets = statements.filter(isBracket).length
  process.stdout.write(
    `${what}: ${statements.length - brackets} statements, and ${brackets} BEGIN and COMMIT\n`,
  )
  for (const sql of statements) process.stdout.write(`    ${sql.slice(0, 120)}\n`)
}

async function waysOf(world: World, at: Arranged, subject: Worker, floor: Worker): Promise<Way[]> {
  const browser = new Browser((await world.startWeb()).url, at)
  const place = (count = COUNT) => subject.ask<string[]>({ what: 'place', count })
  const pressAll = async (how: 'plain' | 'scripted') => {
    // The pages first: as the floor's, the presses follow each other.
    const presses: Press[] = []
    for (const orderId of await place()) presses.push(await browser[how](orderId))
    const took: number[] = []
    for (const press of presses) took.push(await browser.press(press))
    return took
  }
  return [
    {
      name: 'floor: two transactions and one call',
      run: () => floor.ask({ count: COUNT, at }),
      perRound: [],
    },
    {
      name: 'the command, in a process of its own',
      run: async () => subject.ask({ what: 'check out', orderIds: await place() }),
      perRound: [],
    },
    {
      name: 'over HTTP, production build, as the page’s script sends it',
      run: () => pressAll('scripted'),
      perRound: [],
    },
    { name: 'over HTTP, without JavaScript: a server action', run: () => pressAll('plain'), perRound: [] },
  ]
}

async function tellCounts(world: World, at: Arranged, subject: Worker): Promise<void> {
  const [first = '', second = ''] = await subject.ask<string[]>({ what: 'place', count: 2 })
  tellStatements(
    'The command',
    await statementsOf(world, () => subject.ask({ what: 'check out', orderIds: [first] })),
  )
  const browser = new Browser(world.env.NEXTAUTH_URL ?? '', at)
  const press = await browser.scripted(second)
  tellStatements('Over HTTP, session included', await statementsOf(world, () => browser.press(press)))
}

const world = await startWorld()
const subject = startWorker('bench/marketplace.ts', world.env)
const floor = startWorker('bench/checkout/floor.ts', world.env)
try {
  const at = await subject.ask<Arranged>({ what: 'arrange' })
  const ways = await waysOf(world, at, subject, floor)
  // Until the engine has compiled what runs often.
  for (let warm = 0; warm < 4; warm++) for (const way of ways) await once(world, way)
  for (let round = 0; round < ROUNDS; round++) {
    for (const way of ways) way.perRound.push(await once(world, way))
  }
  process.stdout.write(`${ROUNDS} rounds of ${COUNT}, milliseconds beyond Stripe's own\n`)
  const [least] = ways
  for (const way of ways) {
    tell(way.name, way.perRound, 'ms')
    if (least && way !== least) tell('', ratios(way.perRound, least.perRound), 'times the floor', 2)
  }
  await tellCounts(world, at, subject)
} finally {
  await Promise.all([subject.stop(), floor.stop()])
  await world.stop()
}
