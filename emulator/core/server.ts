import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer } from './answer.ts'
import type { Api } from './api.ts'
import type { Fault, Faults } from './faults.ts'
import type { Incoming } from './incoming.ts'

/** A part of the server beside the API (control, the browser's script and frames): null means "not mine". */
export type Site = (incoming: Incoming) => Promise<Answer | null>

const BODY_BYTES_MAX = 24 * 1024 * 1024
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
  'access-control-allow-headers':
    '*, Authorization, Content-Type, Stripe-Version, Stripe-Account, Idempotency-Key',
  'access-control-expose-headers': 'Request-Id, Stripe-Version, Idempotent-Replayed',
  'access-control-max-age': '300',
}

/** The HTTP server: reads bodies, lets faults strike, asks the sites and then the API. Not yet listening. */
export function createServer(api: Api, sites: Site[], faults: Faults): http.Server {
  const server = http.createServer((request, response) => {
    serve(request, response, api, sites, faults).catch(error => {
      process.stderr.write(`local stripe: ${error instanceof Error ? error.stack : String(error)}\n`)
      response.destroy()
    })
  })
  // A client that keeps its connection must not find it closed just when it sends the next request.
  server.keepAliveTimeout = 75_000
  return server
}

async function serve(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  api: Api,
  sites: Site[],
  faults: Faults,
) {
  if (request.method === 'OPTIONS') {
    response.writeHead(204, CORS).end()
    return
  }
  const incoming = await read(request)
  if (!incoming) {
    send(response, plainError(413, 'The request is too large.'))
    return
  }
  for (const site of sites) {
    const answer = await site(incoming)
    if (answer) {
      send(response, answer)
      return
    }
  }
  const fault = faults.take(incoming.method, incoming.url.pathname)
  await answerWithFault(incoming, response, api, fault)
}

/** The fault decides whether the work is done, and what of the answer arrives. */
async function answerWithFault(
  incoming: Incoming,
  response: http.ServerResponse,
  api: Api,
  fault: Fault | null,
) {
  if (fault?.kind === 'rate_limit')
    return send(response, plainError(429, 'Too many requests hit the API too quickly.'))
  if (fault?.kind === 'fail_before')
    return send(response, plainError(500, 'The request was not carried out.'))
  if (fault?.kind === 'slow') await sleep(fault.delayMs)
  const answer = await api.answer(incoming)
  switch (fault?.kind) {
    case 'fail_after':
      return send(response, plainError(500, 'The answer was lost after the work was done.'))
    case 'hang':
      return
    case 'cut':
      response.writeHead(answer.status, {
        ...headersOf(answer),
        'content-length': Buffer.byteLength(answer.body),
      })
      response.write(answer.body.slice(0, Math.floor(answer.body.length / 2)), () => response.destroy())
      return
    default:
      send(response, answer)
  }
}

function send(response: http.ServerResponse, answer: Answer) {
  response.writeHead(answer.status, {
    ...headersOf(answer),
    'content-length': Buffer.byteLength(answer.body),
  })
  response.end(answer.body)
}

function headersOf(answer: Answer): Record<string, string> {
  return { 'content-type': 'application/json', ...CORS, ...answer.headers }
}

function plainError(status: number, message: string): Answer {
  const type = status === 429 || status === 413 ? 'invalid_request_error' : 'api_error'
  const code = status === 429 ? { code: 'rate_limit' } : {}
  const headers: Record<string, string> = status === 429 ? { 'stripe-should-retry': 'true' } : {}
  return { status, headers, body: JSON.stringify({ error: { type, message, ...code } }) }
}

/** The request with its body, or null when that is too large. */
async function read(request: http.IncomingMessage): Promise<Incoming | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size > BODY_BYTES_MAX) return null
    chunks.push(chunk as Buffer)
  }
  return {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', 'http://localhost'),
    headers: request.headers,
    body: Buffer.concat(chunks),
    ip: request.socket.remoteAddress ?? '127.0.0.1',
  }
}
