import { answerWebhook } from '#lib/webhooks/answer-webhook.ts'

// What app/api/webhooks/stripe/route.ts does.

export async function POST(request) {
  const signature = request.headers.get('stripe-signature') ?? ''
  const { status, body } = await answerWebhook(await request.text(), signature)
  return new Response(body, { status, headers: { 'content-type': 'application/json' } })
}

// Answers as soon as it runs.
export const GET = () => new Response(null, { status: 204 })
