import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import Stripe from 'stripe'
import { afterAll, expect, it } from 'vitest'
import { clientOf } from '../testing/harness.ts'

const DATABASE_URL = process.env.DATABASE_URL ?? 'postgresql://postgres:password@127.0.0.1:54329/postgres'
const SCHEMA = `emulator_kill_${process.pid}`
const ROUNDS = 4
let child: ChildProcess

async function start(): Promise<string> {
  const args = ['emulator/main.ts', '--port', '0', '--database-url', DATABASE_URL, '--schema', SCHEMA]
  child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  for await (const chunk of child.stdout ?? []) {
    const ready = /^ready (\S+)$/m.exec(String(chunk))
    if (ready?.[1]) return ready[1]
  }
  throw new Error('The emulator ended before it was ready')
}

afterAll(async () => {
  child.kill('SIGKILL')
  const client = new pg.Client(DATABASE_URL)
  await client.connect()
  await client.query(`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE`)
  await client.end()
})

/** Pays until the connection breaks. Adds the ids of all payments that were answered. */
async function payUntilKilled(stripe: Stripe, answered: string[]): Promise<void> {
  try {
    for (;;) {
      const intent = await stripe.paymentIntents.create({
        amount: 2000,
        currency: 'usd',
        confirm: true,
        payment_method: 'pm_card_visa',
      })
      answered.push(intent.id)
    }
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeConnectionError)) throw error
  }
}

async function allOf<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const one of pages) all.push(one)
  return all
}

it('loses nothing that was answered and leaves nothing half done, however often it is killed under load', async () => {
  const answered: string[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const stripe = clientOf(await start())
    const paying = Array.from({ length: 5 }, () => payUntilKilled(stripe, answered))
    await sleep(300 + 100 * round)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await Promise.all(paying)
  }
  expect(answered.length).toBeGreaterThan(ROUNDS)

  const stripe = clientOf(await start())
  const intents = await allOf(stripe.paymentIntents.list({ limit: 100 }))
  expect(intents.map(intent => intent.id)).toEqual(expect.arrayContaining(answered))
  const charges = await allOf(stripe.charges.list({ limit: 100 }))
  const movements = await allOf(stripe.balanceTransactions.list({ limit: 100 }))
  const succeeded = await allOf(stripe.events.list({ limit: 100, type: 'payment_intent.succeeded' }))
  // Each intent came with its charge, its movement of money and its event, or not at all.
  const sorted = (ids: unknown[]) => ids.map(String).sort()
  expect(intents.every(intent => intent.status === 'succeeded')).toBe(true)
  expect(sorted(charges.map(charge => charge.payment_intent))).toEqual(sorted(intents.map(one => one.id)))
  expect(sorted(movements.map(one => one.source))).toEqual(sorted(charges.map(one => one.id)))
  expect(sorted(succeeded.map(one => (one.data.object as Stripe.PaymentIntent).id))).toEqual(
    sorted(intents.map(one => one.id)),
  )
  const balance = await stripe.balance.retrieve()
  const held = [...balance.available, ...balance.pending].reduce((sum, part) => sum + part.amount, 0)
  expect(held).toBe(movements.reduce((sum, one) => sum + one.net, 0))
}, 60_000)
