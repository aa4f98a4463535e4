import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import { isWebhook, serveWebhook } from './serve-webhook.ts'

/** Webhooks go to `serveWebhook`, everything else to whom it went before. */
function takeFrom(server: Server): void {
  const before = server.listeners('request') as RequestListener[]
  server.removeAllListeners('request')
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (isWebhook(request)) void serveWebhook(request, response)
    else for (const listener of before) listener.call(server, request, response)
  })
}

/**
 * From now on, every HTTP server of this process answers Stripe's webhooks before Next sees them: what Next does around a
 * route handler costs five times the whole rest (docs/decisions/0008-hot-paths.md). Where Next runs without a server of its
 * own, the route handler takes them.
 */
export function takeWebhooksBeforeNext(): void {
  const known = new WeakSet<Server>()
  subscribe('http.server.request.start', message => {
    const { server } = message as { server: Server }
    if (known.has(server)) return
    known.add(server)
    takeFrom(server)
  })
}
