import { execFileSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import pg from 'pg'
import { NODE_FLAGS } from '../../scripts/ingest/node-flags.mjs'
import { freePort } from '../../scripts/processes/ports.ts'
import { type Program, startServer } from '../programs.ts'
import type { World } from '../world.ts'

/** One address that webhooks are sent to; `stored` counts what its database has of them. */
export interface Endpoint {
  name: string
  program: Program
  path: string
  databaseUrl: string
  stored: () => Promise<number>
}

export async function onDatabase<T>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
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

const NEXT = 'node_modules/next/dist/bin/next'
const NEXT_ROUTES = 'bench/webhooks/next-routes'

/** A route handler of a Next app that has nothing else, in its production build and in a process of its own. */
async function startNextRoute(world: World, route: string, databaseUrl: string): Promise<Program> {
  const env = { ...world.env, DATABASE_URL: databaseUrl, PORT: String(await freePort()) }
  const url = `http://localhost:${env.PORT}/${route}`
  const program = await startServer([NEXT, 'start', NEXT_ROUTES, '-H', 'localhost', '-p', env.PORT], url, env)
  world.endsWith(program)
  return { ...program, url }
}

/** sync-engine's two, on one database. */
async function peers(world: World): Promise<Endpoint[]> {
  const databaseUrl = await world.anotherDatabase('peer')
  const stored = counting(databaseUrl, 'stripe.payment_intents')
  const bare = await world.run(['bench/webhooks/peer.ts'], { DATABASE_URL: databaseUrl })
  const next = await startNextRoute(world, 'peer', databaseUrl)
  return [
    { name: '@supabase/stripe-sync-engine', program: bare, path: '', databaseUrl, stored },
    { name: '@supabase/stripe-sync-engine in a Next route', program: next, path: '', databaseUrl, stored },
  ]
}

/** Holdfast's three, on one database. */
async function ours(world: World): Promise<Endpoint[]> {
  const { databaseUrl } = world
  const stored = counting(databaseUrl, 'stripe_events')
  const ingest = await world.run([...NODE_FLAGS, 'scripts/ingest/main.ts', '--port', '0'])
  const web = await world.startWeb()
  const next = await startNextRoute(world, 'holdfast', databaseUrl)
  const path = '/api/webhooks/stripe'
  return [
    { name: 'Holdfast in a Next route', program: next, path: '', databaseUrl, stored },
    { name: 'Holdfast, the app at its own address', program: web, path, databaseUrl, stored },
    { name: 'Holdfast, npm run ingest', program: ingest, path, databaseUrl, stored },
  ]
}

/** A bare Node server with one insert, sync-engine bare and in a Next route, and Holdfast in one, before Next and without it: in this order. */
export async function endpointsOf(world: World): Promise<Endpoint[]> {
  const databaseUrl = await world.anotherDatabase('floor')
  world.endsWith({ stop: () => rm(`${NEXT_ROUTES}/.next`, { recursive: true, force: true }) })
  execFileSync(process.execPath, [NEXT, 'build', NEXT_ROUTES], { env: world.env, stdio: 'pipe' })
  const floor = await world.run(['bench/webhooks/floor.ts'], { DATABASE_URL: databaseUrl })
  const bare = { name: 'bare Node server, one insert', program: floor, path: '', databaseUrl }
  return [
    { ...bare, stored: counting(databaseUrl, 'floor_events') },
    ...(await peers(world)),
    ...(await ours(world)),
  ]
}
