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
import { expectSettled } from '#lib/testing/faults/settled.ts'
import { Subject } from '#lib/testing/faults/subject-process.ts'
import { note } from '#lib/testing/faults/table.ts'
import type { Told } from '#lib/testing/faults/talk.ts'
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
/** Presses the buttons of several checkouts at the same time on one instance. */
async function press(instance: Subject, orders: Checkout[]): Promise<Told[]> {
  const presses = orders.map(({ form }) => ({ operation: HOLD, input: { actor: cast.employer, ...form } }))
  const told = await instance.runAll(presses)
  // A process that was killed answers once, for all of them.
  return orders.map((_, at) => told[at] ?? told[0] ?? { outcome: 'killed' })
}

type Loaded = { told: Map<Checkout, Told>; perSecond: number }

const acknowledged = (told: Map<Checkout, Told>) =>
  [...told].filter(([, { outcome }]) => outcome === 'done').map(([order]) => order)

/** The first upheaval finds something that was promised already, however slow the machine is. */
const untilAcknowledged = (told: Map<Checkout, Told>) =>
  expect.poll(() => acknowledged(told).length, { timeout: 60_000 }).toBeGreaterThan(0)

/** Twenty checkouts a second, half of them on each instance, until `isOver`. Notes in `told` what was told of each. */
async function load(orders: Checkout[], told: Map<Checkout, Told>, isOver: () => boolean): Promise<Loaded> {
  const waiting = [...orders]
  const begun = Date.now()
  async function work(instance: Subject): Promise<void> {
    while (waiting.length > 0 && !isOver()) {
      const next = Date.now() + 500
      const batch = waiting.splice(0, 5)
      const answers = await press(instance, batch)
      for (const [at, order] of batch.entries()) told.set(order, answers[at] as Told)
      await pause(Math.max(0, next - Date.now()))
    }
  }
  await Promise.all(instances.map(work))
  return { told, perSecond: Math.round((told.size * 1000) / (Date.now() - begun)) }
}

const held = async (orders: Checkout[]) => {
  const ids = orders.map(({ orderId }) => orderId)
  return db().order.count({ where: { id: { in: ids }, status: 'held' } })
}

/** Whatever was told as done is done; after one more press all are held, each once, and our books are Stripe's. */
async function expectNothingLost(
  upheaval: string,
  times: number,
  { told, perSecond }: Loaded,
): Promise<void> {
  await recover()
  const promised = acknowledged(told)
  expect(promised.length).toBeGreaterThan(0)
  expect(await held(promised)).toBe(promised.length)
  const all = [...told.keys()]
  for (let from = 0; from < all.length; from += 20)
    await press(instances[0] as Subject, all.slice(from, from + 20))
  await recover()
  expect(await held(all)).toBe(all.length)
  const ids = all.map(({ orderId }) => orderId)
  const live = await db().payment.count({ where: { orderId: { in: ids }, status: 'requires_capture' } })
  expect(live).toBe(told.size)
  await expectSettled()
  const operation = `${upheaval}, at ${perSecond} checkouts a second`
  note({ faults: 'upheavals under load', operation, points: times, survived: times })
}

/** The full form leaves the time between two upheavals that a real one would have. */
const every = (seconds: number) => (SCALE === 1 ? seconds * 1000 : 800)

test('PostgreSQL killed and started again under load', { timeout: 900_000 }, async () => {
  const restarts = Math.max(3, Math.round(12 * SCALE))
  const orders = await checkouts(Math.ceil((restarts * every(5)) / 1000) * 20 + 40)
  let isOver = false
  const told = new Map<Checkout, Told>()
  const loading = load(orders, told, () => isOver)
  await untilAcknowledged(told)
  const back: number[] = []
  for (let restart = 0; restart < restarts; restart++) {
    await pause(every(5))
    await server.child.kill()
    server = await start(server.port)
    const since = Date.now()
    await expect.poll(() => db().order.count(), { timeout: 5000 }).toBeGreaterThan(0)
    back.push(Date.now() - since)
  }
  await pause(1000)
  isOver = true
  const loaded = await loading
  expect(Math.max(...back)).toBeLessThan(5000)
  await expectNothingLost('PostgreSQL killed and started again', restarts, loaded)
})

test('one of two processes killed under load, again and again', { timeout: 900_000 }, async () => {
  const kills = Math.max(5, Math.round(40 * SCALE))
  const orders = await checkouts(Math.ceil((kills * every(3)) / 1000) * 20 + 40)
  let isOver = false
  const told = new Map<Checkout, Told>()
  const loading = load(orders, told, () => isOver)
  await untilAcknowledged(told)
  for (let kill = 0; kill < kills; kill++) {
    await pause(every(3))
    instances[kill % 2]?.kill()
  }
  await pause(every(1))
  isOver = true
  await expectNothingLost('one of two processes killed', kills, await loading)
})
