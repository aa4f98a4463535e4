import { env } from '#lib/env.ts'

export const dynamic = 'force-dynamic'

/** The local Stripe's stand-in for Stripe.js under our own origin; there is no such address while a real Stripe is used. */
export async function GET(): Promise<Response> {
  const { localUrl } = env().stripe
  if (!localUrl) return new Response('Not found', { status: 404 })
  try {
    const script = await fetch(`${localUrl}/stripe.js`, { cache: 'no-store' })
    if (!script.ok) return new Response('The local Stripe has no script', { status: 502 })
    return new Response(script.body, {
      headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' },
    })
  } catch {
    return new Response('The local Stripe does not answer', { status: 502 })
  }
}
