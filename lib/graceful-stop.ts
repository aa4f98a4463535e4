import { subscribe } from 'node:diagnostics_channel'
import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** How long a connection that nothing was asked on yet may still be asked something, once we are told to stop. */
const SILENT_MS = 1000

/** The connections on which nothing was asked yet, as browsers open them before they know whether they will need them. */
function silentConnections(): Set<Socket> {
  const silent = new Set<Socket>()
  subscribe('net.server.socket', message => {
    const { socket } = message as { socket: Socket }
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  return silent
}

/**
 * Told to stop, Next takes no new connection and waits for those that there are; but whoever keeps one open and goes on asking, as Stripe does with
 * its events, would keep it from ending, and so would whoever has opened one and asks nothing. So from then on every answer is the last of its
 * connection, and those on which nothing is asked within a second are closed.
 */
export function letConnectionsEnd(): void {
  const silent = silentConnections()
  const open = new Set<ServerResponse>()
  let isStopping = false
  subscribe('http.server.request.start', message => {
    const { response, socket } = message as { response: ServerResponse; socket: Socket }
    silent.delete(socket)
    response.shouldKeepAlive &&= !isStopping
    open.add(response)
    response.once('close', () => open.delete(response))
  })
  process.once('SIGTERM', () => {
    isStopping = true
    for (const response of open) response.shouldKeepAlive = false
    setTimeout(() => {
      for (const socket of silent) socket.destroy()
    }, SILENT_MS).unref()
  })
}
