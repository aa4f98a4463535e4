import { randomUUID } from 'node:crypto'
import pg from 'pg'
import Stripe from 'stripe'
import { answerMessages } from '../programs.ts'
import type { FloorAsk } from '../talk.ts'

// The least that a checkout can be: a row, committed; one call of Stripe's package; four rows of a ledger, committed.

const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
const url = new URL(process.env.STRIPE_LOCAL_URL ?? '')
const stripe = new Stripe('sk_test_local', {
  host: url.hostname,
  port: Number(url.port),
  protocol: 'http',
  telemetry: false,
})
let isReady = false

async function prepare(): Promise<void> {
  if (isReady) return
  await client.connect()
  await client.query('CREATE TABLE floor_operations (id text PRIMARY KEY, body jsonb NOT NULL)')
  await client.query(
    'CREATE TABLE floor_postings (id text PRIMARY KEY, operation text NOT NULL, amount bigint NOT NULL)',
  )
  isReady = true
}

async function inTransaction(sql: string, values: unknown[]): Promise<void> {
  await client.query('BEGIN')
  await client.query(sql, values)
  await client.query('COMMIT')
}

async function once({ at }: FloorAsk): Promise<void> {
  const id = randomUUID()
  await inTransaction('INSERT INTO floor_operations VALUES ($1, $2)', [
    id,
    JSON.stringify({ amount: 10_000 }),
  ])
  await stripe.paymentIntents.create(
    {
      amount: 10_000,
      currency: 'usd',
      customer: at.customerId,
      payment_method: at.paymentMethodId,
      confirm: true,
      capture_method: 'manual',
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
      application_fee_amount: 1000,
      transfer_data: { destination: at.destinationAccountId },
      transfer_group: id,
      metadata: { order_id: id, payment_id: id },
      expand: ['latest_charge', 'latest_charge.balance_transaction'],
    },
    { idempotencyKey: `authorize:${id}:1` },
  )
  const rows = [0, 1, 2, 3].map(line => [`${id}:${line}`, id, 10_000])
  await inTransaction(
    'INSERT INTO floor_postings VALUES ($1, $2, $3), ($4, $5, $6), ($7, $8, $9), ($10, $11, $12)',
    rows.flat(),
  )
}

answerMessages<FloorAsk>(async ask => {
  await prepare()
  const took: number[] = []
  for (let done = 0; done < ask.count; done++) {
    const began = performance.now()
    await once(ask)
    took.push(performance.now() - began)
  }
  return took
})
