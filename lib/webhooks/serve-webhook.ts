import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerWebhook } from './answer-webhook.ts'

const PATH = '/api/webhooks/stripe'
/** Stripe's events are a few kilobytes; the greatest that it sends are far below this. */
const BODY_BYTES_MAX = 4 * 1024 * 1024

const HEADERS = {
  'content-type': 'application/json',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}

/** Whether a request is one of Stripe's webhooks, by method and path. */
export function isWebhook(request: IncomingMessage): boolean {
  return request.method === 'POST' && request.url?.split('?', 1)[0] === PATH
}

/** The body; null when it is too large, and never when the client goes away in the middle. */
function bodyOf(request: IncomingMessage): Promise<string | null> {
  return new Promise(resolve => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= BODY_BYTES_MAX) chunks.push(chunk)
      else resolve(null)
    })
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
  })
}

export function sendJson(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { ...HEADERS, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

/** Takes one webhook in over plain HTTP, with nothing of Next around it. */
export async function serveWebhook(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request)
  if (body === null) {
    response.shouldKeepAlive = false
    return sendJson(response, 413, '{"error":"too large"}')
  }
  const answer = await answerWebhook(body, String(request.headers['stripe-signature'] ?? ''))
  sendJson(response, answer.status, answer.body)
}
