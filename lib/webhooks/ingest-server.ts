import http from 'node:http'
import { sendJson } from '../before-next.ts'
import { databaseAnswers } from '../health.ts'
import { WEBHOOK_HEADERS, webhooks } from './serve-webhook.ts'

const REQUEST_MS_MAX = 30_000

/**
 * A server for Stripe's webhooks alone, at the same path as the app's own, so that nothing that pages do can delay them. Not
 * yet listening.
 */
export function createIngestServer(): http.Server {
  return http.createServer({ requestTimeout: REQUEST_MS_MAX }, async (request, response) => {
    if (webhooks.takes(request)) return webhooks.serve(request, response)
    const send = (status: number, answer: unknown) =>
      sendJson(response, { status, body: JSON.stringify(answer) }, WEBHOOK_HEADERS)
    if (request.url !== '/api/health') return send(404, { error: 'not found' })
    const up = await databaseAnswers()
    send(up ? 200 : 503, { status: up ? 'ok' : 'unavailable' })
  })
}
