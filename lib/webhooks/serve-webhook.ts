import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerEarly, type EarlyHandler, pathOf } from '../before-next.ts'
import { answerWebhook } from './answer-webhook.ts'

const PATH = '/api/webhooks/stripe'
/** Stripe's events are a few kilobytes; the greatest that it sends are far below this. */
const BODY_BYTES_MAX = 4 * 1024 * 1024

/** What Stripe, which is no browser, is told besides. */
export const WEBHOOK_HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}

/** Takes one webhook in over plain HTTP, with nothing of Next around it. */
function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const signature = String(request.headers['stripe-signature'] ?? '')
  const limits = { bytesMax: BODY_BYTES_MAX, headers: WEBHOOK_HEADERS }
  return answerEarly(request, response, limits, body => answerWebhook(body, signature))
}

/** Stripe's webhooks, by method and path. */
export const webhooks: EarlyHandler = {
  takes: request => request.method === 'POST' && pathOf(request) === PATH,
  serve,
}
