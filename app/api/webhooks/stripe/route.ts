import { answerWebhook } from '#lib/webhooks/answer-webhook.ts'

export const runtime = 'nodejs'

/** Stripe's webhooks. */
export async function POST(request: Request): Promise<Response> {
  const signature = request.headers.get('stripe-signature') ?? ''
  const { status, body } = await answerWebhook(await request.text(), signature)
  return new Response(body, { status, headers: { 'content-type': 'application/json' } })
}
