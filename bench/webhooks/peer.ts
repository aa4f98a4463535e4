import { createRequire } from 'node:module'
import Stripe from 'stripe'
import { listen } from './listen.ts'

// @supabase/stripe-sync-engine as its README says to use it, behind the barest server there is. It is loaded by `require`,
// because its ESM build cannot find its own migrations. With READS_STRIPE it is told to read each object again from
// Stripe, which its README has as an option.

const require = createRequire(import.meta.url)
const { StripeSync, runMigrations } =
  require('@supabase/stripe-sync-engine') as typeof import('@supabase/stripe-sync-engine')

const connectionString = process.env.DATABASE_URL ?? ''
await runMigrations({ databaseUrl: connectionString, schema: 'stripe' })
const sync = new StripeSync({
  poolConfig: { connectionString, max: 10 },
  stripeSecretKey: 'sk_test_local',
  stripeWebhookSecret: process.env.STRIPE_WEBHOOK_SECRET ?? '',
  ...(process.env.READS_STRIPE && { revalidateObjectsViaStripeApi: ['payment_intent', 'charge'] }),
})
const { hostname: host, port } = new URL(process.env.STRIPE_LOCAL_URL ?? '')
sync.stripe = new Stripe('sk_test_local', { host, port, protocol: 'http', telemetry: false })

listen((body, signature) => sync.processWebhook(body, signature))
