import { createRequire } from 'node:module'
import { listen } from './listen.ts'

// @supabase/stripe-sync-engine as its README says to use it, behind the barest server there is. It is loaded by `require`,
// because its ESM build cannot find its own migrations.

const require = createRequire(import.meta.url)
const { StripeSync, runMigrations } =
  require('@supabase/stripe-sync-engine') as typeof import('@supabase/stripe-sync-engine')

const connectionString = process.env.DATABASE_URL ?? ''
await runMigrations({ databaseUrl: connectionString, schema: 'stripe' })
const sync = new StripeSync({
  poolConfig: { connectionString, max: 10 },
  stripeSecretKey: 'sk_test_peer',
  stripeWebhookSecret: process.env.STRIPE_WEBHOOK_SECRET ?? '',
})

listen((body, signature) => sync.processWebhook(body, signature))
