import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

/**
 * Next passes a client's own X-Forwarded-For on untouched and adds the connection's address only when there is none, so
 * anybody could name any address. This does what every proxy does, and before Next sees the request: it appends the
 * address that the connection really comes from. `clientIp` then counts from the right.
 */
function appendPeerAddress(request: IncomingMessage): void {
  const peer = request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''
  const sent = request.headers['x-forwarded-for']
  request.headers['x-forwarded-for'] = [sent ?? [], peer].flat().join(', ')
}

/** From now on, for every request that any HTTP server of this process receives. */
export function watchPeerAddresses(): void {
  subscribe('http.server.request.start', message => {
    appendPeerAddress((message as { request: IncomingMessage }).request)
  })
}
