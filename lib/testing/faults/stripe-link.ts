import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { FaultKind } from './plan.ts'
import type { Link, LinkHooks } from './postgres-link.ts'

type Answer = { status: number; headers: Record<string, string>; body: Buffer }

const json = (status: number, error: object, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json', 'request-id': 'req_fault', ...headers },
  body: Buffer.from(JSON.stringify({ error })),
})

const API_ERROR = { type: 'api_error', message: 'An unexpected error occurred. Please try again.' }

/** Answers in place of Stripe's: the first four come without Stripe having done anything. */
const INSTEAD: Partial<Record<FaultKind, Answer>> = {
  rate_limited: json(429, {
    type: 'invalid_request_error',
    code: 'rate_limit',
    message: 'Too many requests',
  }),
  lock_timeout: json(429, {
    type: 'invalid_request_error',
    code: 'lock_timeout',
    message:
      'This object cannot be accessed right now because another API request or Stripe process is currently accessing it.',
  }),
  fails_before: json(500, API_ERROR),
  unavailable: json(503, API_ERROR),
  fails_after: json(500, API_ERROR),
  fails_for_good: json(500, API_ERROR, { 'stripe-should-retry': 'false' }),
  html_page: {
    status: 502,
    headers: { 'content-type': 'text/html' },
    body: Buffer.from('<html><body><h1>502 Bad Gateway</h1></body></html>'),
  },
}

/** Faults in which Stripe did what was asked, and only its answer is lost. */
const STRIPE_ACTED: ReadonlySet<FaultKind> = new Set([
  'fails_after',
  'hangs_after',
  'reset_midway',
  'half_body',
  'html_page',
  'slow',
  'kill_after',
])

/** How long a slow answer takes: longer than people like, shorter than our timeout. */
const SLOW_MS = 150

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function pass(to: string, request: IncomingMessage, body: Buffer): Promise<Answer> {
  const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers
  const response = await fetch(`${to}${request.url}`, {
    method: request.method ?? 'GET',
    headers: headers as Record<string, string>,
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  })
  const { 'transfer-encoding': _encoding, connection: _kept, ...kept } = Object.fromEntries(response.headers)
  return { status: response.status, headers: kept, body: Buffer.from(await response.arrayBuffer()) }
}

function give(response: ServerResponse, answer: Answer, bytes = answer.body.length): void {
  response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length })
  if (bytes === answer.body.length) response.end(answer.body)
  else response.write(answer.body.subarray(0, bytes))
}

/** Gives an answer, or what a fault makes of it. */
async function deliver(response: ServerResponse, answer: Answer, kind: FaultKind | null): Promise<void> {
  const instead = kind && INSTEAD[kind]
  if (instead) return give(response, instead)
  if (kind === 'hangs_before' || kind === 'hangs_after') return
  if (kind === 'slow') await new Promise(resolve => setTimeout(resolve, SLOW_MS))
  if (kind === null || kind === 'slow') return give(response, answer)
  give(response, answer, kind === 'half_body' ? Math.floor(answer.body.length / 2) : 0)
  setTimeout(() => response.destroy(), 20)
}

/** Listens on a free port and passes every call on to the local Stripe, except for what the hooks want to go wrong. */
export async function startStripeLink(to: string, hooks: LinkHooks): Promise<Link> {
  const server = createServer((request, response) => {
    const handle = async () => {
      const body = await bodyOf(request)
      const kind = hooks.next(`${request.method} ${request.url?.split('?')[0]}`)
      if (kind === 'kill_before') hooks.kill()
      if (kind === 'kill_before' || kind === 'refused') return void response.destroy()
      const acts = kind === null || STRIPE_ACTED.has(kind)
      const answer = acts ? await pass(to, request, body) : json(500, API_ERROR)
      if (kind !== 'kill_after') return deliver(response, answer, kind)
      hooks.kill()
      response.destroy()
    }
    handle().catch(() => response.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    close: () => {
      server.closeAllConnections()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}
