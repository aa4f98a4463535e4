import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'

/** Answers some requests by itself, with nothing of Next around it. */
export type EarlyHandler = {
  takes: (request: IncomingMessage) => boolean
  /** Never throws. */
  serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

/** What is answered: JSON in a text. */
export type EarlyAnswer = { status: number; body: string }

function takeFrom(server: Server, handlers: EarlyHandler[]): void {
  const before = server.listeners('request') as RequestListener[]
  server.removeAllListeners('request')
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const early = handlers.find(({ takes }) => takes(request))
    if (early) void early.serve(request, response)
    else for (const listener of before) listener.call(server, request, response)
  })
}

/**
 * From now on, every HTTP server of this process gives requests to these before Next sees them: what Next does around a route handler
 * costs several times the whole rest (docs/decisions/0008-hot-paths.md). Where Next runs without a server of its own, the route
 * handlers take them.
 */
export function takeBeforeNext(handlers: EarlyHandler[]): void {
  const known = new WeakSet<Server>()
  subscribe('http.server.request.start', message => {
    const { server } = message as { server: Server }
    if (known.has(server)) return
    known.add(server)
    takeFrom(server, handlers)
  })
}

/** The path that a request asks for, without its query. */
export const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?', 1)[0] ?? ''

/** The body; null when it is too large, and never when the client goes away in the middle. */
function bodyOf(request: IncomingMessage, bytesMax: number): Promise<string | null> {
  return new Promise(resolve => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= bytesMax) chunks.push(chunk)
      else resolve(null)
    })
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
  })
}

export function sendJson(
  response: ServerResponse,
  { status, body }: EarlyAnswer,
  headers: Record<string, string>,
): void {
  response.writeHead(status, {
    ...headers,
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}

/** Reads at most `bytesMax` of the body, and sends what `answer` makes of it. Throws only what `answer` throws. */
export async function answerEarly(
  request: IncomingMessage,
  response: ServerResponse,
  { bytesMax, headers }: { bytesMax: number; headers: Record<string, string> },
  answer: (body: string) => Promise<EarlyAnswer>,
): Promise<void> {
  const body = await bodyOf(request, bytesMax)
  if (body !== null) return sendJson(response, await answer(body), headers)
  response.shouldKeepAlive = false
  sendJson(response, { status: 413, body: '{"error":"too_large"}' }, headers)
}
