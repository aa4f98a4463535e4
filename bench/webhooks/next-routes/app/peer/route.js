import { StripeSync } from '@supabase/stripe-sync-engine'
import Stripe from 'stripe'

// @supabase/stripe-sync-engine as its users have it, in a route handler. Its tables were made by peer.ts. JavaScript, because Next
// writes a tsconfig.json of its own beside anything else.

const sync = new StripeSync({
  poolConfig: { connectionString: process.env.DATABASE_URL ?? '', max: 10 },
  stripeSecretKey: 'sk_test_local',
  stripeWebhookSecret: process.env.STRIPE_WEBHOOK_SECRET ?? '',
})
const { hostname: host, port } = new URL(process.env.STRIPE_LOCAL_URL ?? '')
sync.stripe = new Stripe('sk_test_local', { host, port, protocol: 'http', telemetry: false })

export async function POST(request) {
  const signature = request.headers.get('stripe-signature') ?? ''
  try {
    await sync.processWebhook(Buffer.from(await request.arrayBuffer()), signature)
    return Response.json({ received: true })
  } catch (error) {
    console.error(String(error))
    return Response.json({ error: 'refused' }, { status: 400 })
  }
}

// Answers as soon as it runs.
export const GET = () => new Response(null, { status: 204 })
