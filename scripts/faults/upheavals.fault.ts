import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '#lib/db.ts'
import { newRequestKey } from '#lib/ids.ts'
import type { Cast } from '#lib/testing/faults/operation.ts'
import { ORDER_OPERATIONS } from '#lib/testing/faults/order-operations.ts'
import { recover } from '#lib/testing/faults/recover.ts'
import { newCast } from '#lib/testing/faults/scenario.ts'
import { Subject } from '#lib/testing/faults/subject-process.ts'
import { note } from '#lib/testing/faults/table.ts'
import type { Told } from '#lib/testing/faults/talk.ts'
import { expectInvariants, expectLedgerIsStripe } from '#lib/testing/invariants.ts'
import { startLocalStripe } from '#lib/testing/local-stripe.ts'
import { newOrder } from '#lib/testing/marketplace.ts'
import { ensureDatabase } from '../postgres/databases.ts'
import { type Postgres, startPostgres } from '../postgres/server.ts'

// Two processes of ours under load while something is torn down again and again: PostgreSQL, then one of the two.

const SCALE = Number(process.env.FAULTS_SCALE ?? 1)
const dataDir = mkdtempSync(path.join(tmpdir(), 'holdfast-upheavals-'))
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

let server: Postgres
let cast: Cast
const instances = [new Subject(), new Subject()]

const start = (port?: number) =>
  startPostgres({ projectDir: process.cwd(), dataDir, logFile: path.join(dataDir, 'postgres.log'), port })

beforeAll(async () => {
  chmodSync(dataDir, 0o755)
  server = await start()
  await ensureDatabase(server.url('postgres'), 'holdfast')
  process.env.DATABASE_URL = server.url('holdfast')
  execFileSync(process.execPath, ['scripts/migrations/main.ts'], { stdio: 'pipe' })
  await startLocalStripe()
  cast = await newCast()
}, 120_000)

afterAll(async () => {
  await Promise.all(instances.map(instance => instance.stop()))
  await db().$disconnect()
  await server.child.kill()
  rmSync(dataDir, { recursive: true, force: true })
})

type Checkout = { orderId: string; form: { orderId: string; savedCardId: string; requestKey: string } }

async function checkouts(count: number): Promise<Checkout[]> {
  const made: Checkout[] = []
  for (let number = 0; number < count; number++) {
    const orderId = await newOrder(cast, 'placed')
    made.push({ orderId, form: { orderId, savedCardId: cast.savedCardId, requestKey: newRequestKey() } })
  }
  return made
}

const HOLD = ORDER_OPERATIONS[1]?.name ?? ''
const press = async (instance: Subject, { form }: Checkout): Promise<Told> =>
  (await instance.run(HOLD, { actor: cast.employer, ...form }, null)).told

/** Each instance checks out one order after the other, until `isOver`. Returns what was told of each. */
async function load(orders: Checkout[], isOver: () => boolean): Promise<Map<Checkout, Told>> {
  const told = new Map<Checkout, Told>()
  const waiting = [...orders]
  async function work(instance: Subject): Promise<void> {
    for (let order = waiting.shift(); order && !isOver(); order = waiting.shift()) {
      told.set(order, await press(instance, order))
      await pause(50)
    }
  }
  await Promise.all(instances.map(work))
  return told
}

const held = async (orders: Checkout[]) => {
  const ids = orders.map(({ orderId }) => orderId)
  return db().order.count({ where: { id: { in: ids }, status: 'held' } })
}

/** Whatever was told as done is done; after one more press all are held, each once, and our books are Stripe's. */
async function expectNothingLost(upheaval: string, times: number, told: Map<Checkout, Told>): Promise<void> {
  await recover()
  const acknowledged = [...told].filter(([, { outcome }]) => outcome === 'done').map(([order]) => order)
  expect(acknowledged.length).toBeGreaterThan(0)
  expect(await held(acknowledged)).toBe(acknowledged.length)
  for (const order of told.keys()) await press(instances[0] as Subject, order)
  await recover()
  expect(await held([...told.keys()])).toBe(told.size)
  const ids = [...told.keys()].map(({ orderId }) => orderId)
  const live = await db().payment.count({ where: { orderId: { in: ids }, status: 'requires_capture' } })
  expect(live).toBe(told.size)
  await expectInvariants()
  await expectLedgerIsStripe()
  note({ faults: 'upheavals under load', operation: upheaval, points: times, survived: times })
}

test('PostgreSQL killed and started again under load', { timeout: 300_000 }, async () => {
  const restarts = Math.max(3, Math.round(12 * SCALE))
  const orders = await checkouts(restarts * 40)
  let isOver = false
  const loading = load(orders, () => isOver)
  const back: number[] = []
  for (let restart = 0; restart < restarts; restart++) {
    await pause(1500)
    await server.child.kill()
    server = await start(server.port)
    const since = Date.now()
    await expect.poll(() => db().order.count(), { timeout: 5000 }).toBeGreaterThan(0)
    back.push(Date.now() - since)
  }
  await pause(1000)
  isOver = true
  const told = await loading
  expect(Math.max(...back)).toBeLessThan(5000)
  await expectNothingLost('PostgreSQL killed and started again', restarts, told)
})

test('one of two processes killed under load, again and again', { timeout: 300_000 }, async () => {
  const kills = Math.max(5, Math.round(40 * SCALE))
  const orders = await checkouts(kills * 25)
  let isOver = false
  const loading = load(orders, () => isOver)
  for (let kill = 0; kill < kills; kill++) {
    await pause(600)
    instances[kill % 2]?.kill()
  }
  await pause(600)
  isOver = true
  await expectNothingLost('one of two processes killed', kills, await loading)
})
