import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer } from './answer.ts'
import type { Api } from './api.ts'
import type { Fault, Faults } from './faults.ts'
import type { Incoming } from './incoming.ts'
import { refusedAddress } from './own-address.ts'
import { receive } from './receive.ts'
import type { RequestLog } from './request-log.ts'

/** A part of the server beside the API (control, the browser's script and frames): null means "not mine". */
export type Site = (incoming: Incoming) => Promise<Answer | null>

/** What the server is made of. */
export interface ServerParts {
  api: Api
  /** Pages for any origin, such as the browser's script. */
  sites: Site[]
  /** Control and console: for this machine's own pages and for programs only. */
  privateSites: Site[]
  faults: Faults
  log: RequestLog
  /** Names besides `localhost` and addresses under which the private sites may be called. */
  allowedHosts: readonly string[]
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
  'access-control-allow-headers':
    '*, Authorization, Content-Type, Stripe-Version, Stripe-Account, Idempotency-Key',
  'access-control-expose-headers':
    'Request-Id, Stripe-Version, Stripe-Should-Retry, Idempotency-Key, Idempotent-Replayed, Original-Request',
  'cache-control': 'no-cache, no-store',
  'access-control-max-age': '300',
}
const PRIVATE = /^\/(?:_control\/|_console(?:\/|$)|$)/

/** The HTTP server: reads bodies, lets faults strike, asks the sites and then the API. Not yet listening. */
export function createServer(parts: ServerParts): http.Server {
  const server = http.createServer((request, response) => {
    serve(request, response, parts).catch(error => {
      process.stderr.write(`local stripe: ${error instanceof Error ? error.stack : String(error)}\n`)
      response.destroy()
    })
  })
  // A client that keeps its connection must not find it closed just when it sends the next request.
  server.keepAliveTimeout = 75_000
  return server
}

async function serve(request: http.IncomingMessage, response: http.ServerResponse, parts: ServerParts) {
  const isPrivate = PRIVATE.test((request.url ?? '/').split('?', 1)[0] ?? '/')
  if (request.method === 'OPTIONS') {
    response.writeHead(204, isPrivate ? {} : CORS).end()
    return
  }
  const began = performance.now()
  const incoming = await receive(request)
  if (!incoming) return send(response, plainError(413, 'The request is too large.'), CORS)
  if (isPrivate) return servePrivate(incoming, response, parts)
  for (const site of parts.sites) {
    const answer = await site(incoming)
    if (answer) return send(response, answer, CORS)
  }
  const fault = parts.faults.take(incoming.method, incoming.url.pathname)
  const answer = await answerWithFault(incoming, response, parts.api, fault)
  const ms = performance.now() - began
  parts.log.add(incoming, answer, { at: Date.now(), ms, fault: fault?.kind ?? null })
}

/** Control and console carry no CORS headers, and a page of somebody else's cannot call them. */
async function servePrivate(incoming: Incoming, response: http.ServerResponse, parts: ServerParts) {
  const refused = refusedAddress(incoming, parts.allowedHosts)
  if (refused)
    return send(response, { status: 403, headers: {}, body: JSON.stringify({ error: refused }) }, {})
  for (const site of parts.privateSites) {
    const answer = await site(incoming)
    if (answer) return send(response, answer, {})
  }
  send(response, { status: 404, headers: {}, body: '{"error":"There is nothing here."}' }, {})
}

/** The fault decides whether the work is done, and what of the answer arrives. Returns what was to be said. */
async function answerWithFault(
  incoming: Incoming,
  response: http.ServerResponse,
  api: Api,
  fault: Fault | null,
): Promise<Answer> {
  const instead = fault && answerInstead(fault)
  if (instead) {
    send(response, instead, CORS)
    return instead
  }
  if (fault?.kind === 'slow') await sleep(fault.delayMs)
  const answer = await api.answer(incoming, { failsStored: fault?.kind === 'fail_stored' })
  if (fault?.kind === 'hang') return answer
  if (fault?.kind === 'cut') {
    response.writeHead(answer.status, headersOf(answer, CORS))
    response.write(answer.body.slice(0, Math.floor(answer.body.length / 2)), () => response.destroy())
    return answer
  }
  const said =
    fault?.kind === 'fail_after' ? plainError(500, 'The answer was lost after the work was done.') : answer
  send(response, said, CORS)
  return said
}

/** The answer of a fault that leaves the work undone. */
function answerInstead(fault: Fault): Answer | null {
  if (fault.kind === 'fail_before') return plainError(500, 'The request was not carried out.')
  if (fault.kind !== 'rate_limit') return null
  const message =
    'Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.'
  const limited = plainError(429, message, 'rate_limit')
  const { shouldRetry } = fault
  return shouldRetry === null
    ? limited
    : { ...limited, headers: { 'stripe-should-retry': String(shouldRetry) } }
}

function send(response: http.ServerResponse, answer: Answer, cors: Record<string, string>) {
  response.writeHead(answer.status, headersOf(answer, cors))
  response.end(answer.body)
}

/** Names and values in turns, which Node writes quicker than an object. The answer's own win. */
function headersOf({ body, headers }: Answer, cors: Record<string, string>): string[] {
  const all = ['content-length', String(Buffer.byteLength(body))]
  if (headers['content-type'] === undefined) all.push('content-type', 'application/json')
  for (const name in cors) if (headers[name] === undefined) all.push(name, cors[name] ?? '')
  for (const name in headers) all.push(name, headers[name] ?? '')
  return all
}

function plainError(status: number, message: string, code?: string): Answer {
  const type = status < 500 ? 'invalid_request_error' : 'api_error'
  return { status, headers: {}, body: JSON.stringify({ error: { type, message, code } }) }
}
