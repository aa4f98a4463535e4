import http from 'node:http'
import { databaseAnswers } from '../health.ts'
import { isWebhook, sendJson, serveWebhook } from './serve-webhook.ts'

const REQUEST_MS_MAX = 30_000

/**
 * A server for Stripe's webhooks alone, at the same path as the app's own, so that nothing that pages do can delay them. Not
 * yet listening.
 */
export function createIngestServer(): http.Server {
  return http.createServer({ requestTimeout: REQUEST_MS_MAX }, async (request, response) => {
    if (isWebhook(request)) return serveWebhook(request, response)
    if (request.url !== '/api/health') return sendJson(response, 404, '{"error":"not found"}')
    const up = await databaseAnswers()
    sendJson(response, up ? 200 : 503, JSON.stringify({ status: up ? 'ok' : 'unavailable' }))
  })
}
