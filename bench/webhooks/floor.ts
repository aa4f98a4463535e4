import pg from 'pg'
import Stripe from 'stripe'
import { listen } from './listen.ts'

// The least that a durable webhook endpoint can be: a bare Node server, the signature checked by Stripe's package, one insert.

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
await pool.query('CREATE TABLE floor_events (id text PRIMARY KEY, payload jsonb NOT NULL)')
const { webhooks } = new Stripe('sk_test_floor')

listen(async (body, signature) => {
  const text = body.toString()
  const event = webhooks.constructEvent(text, signature, process.env.STRIPE_WEBHOOK_SECRET ?? '')
  await pool.query('INSERT INTO floor_events VALUES ($1, $2) ON CONFLICT DO NOTHING', [event.id, text])
})
