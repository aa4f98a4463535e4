import { logger } from '#lib/logger.ts'
import { receiveEvent } from '#lib/webhooks/receive-event.ts'

export const runtime = 'nodejs'

/** Stripe's webhooks. 2xx only once the event is stored; 503 makes Stripe send it again. */
export async function POST(request: Request): Promise<Response> {
  const body = await request.text()
  try {
    const received = await receiveEvent(body, request.headers.get('stripe-signature') ?? '')
    return received.ok
      ? Response.json({ received: true })
      : Response.json({ error: received.error }, { status: 400 })
  } catch (error) {
    logger.error({ err: error }, 'webhook not stored')
    return Response.json({ error: 'not stored, send again' }, { status: 503 })
  }
}
