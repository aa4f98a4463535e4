import { subscribe } from 'node:diagnostics_channel'
import type { ServerResponse } from 'node:http'

/**
 * Told to stop, Next takes no new connection and waits for those that there are; but whoever keeps one open and goes on asking,
 * as Stripe does with its events, would keep it from ending. So from then on every answer is the last of its connection.
 */
export function letConnectionsEnd(): void {
  const open = new Set<ServerResponse>()
  let isStopping = false
  subscribe('http.server.request.start', message => {
    const { response } = message as { response: ServerResponse }
    response.shouldKeepAlive &&= !isStopping
    open.add(response)
    response.once('close', () => open.delete(response))
  })
  process.once('SIGTERM', () => {
    isStopping = true
    for (const response of open) response.shouldKeepAlive = false
  })
}
