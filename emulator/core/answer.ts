import { StripeError } from './errors.ts'
import { headerText, type Incoming, versionOf } from './incoming.ts'
import { RawAnswer } from './route.ts'

export interface Answer {
  status: number
  headers: Record<string, string>
  body: string | Buffer
}

/** 200 with what a handler returned. */
export function jsonAnswer(value: unknown): Answer {
  if (value instanceof RawAnswer) {
    const headers = { 'content-type': value.contentType }
    if (value.location === null) return { status: 200, headers, body: value.body }
    return { status: 303, headers: { ...headers, location: value.location }, body: value.body }
  }
  return { status: 200, headers: {}, body: pretty(value) }
}

/** The text of objects that never change any more, so that reading one again costs nothing. */
const written = new WeakMap<object, string>()

function pretty(value: unknown): string {
  if (typeof value !== 'object' || value === null || !Object.isFrozen(value)) {
    return JSON.stringify(value, null, 2)
  }
  const known = written.get(value)
  if (known !== undefined) return known
  const text = JSON.stringify(value, null, 2)
  written.set(value, text)
  return text
}

/** Any error in Stripe's shape. One that is not Stripe's own is a bug of ours: 500, and it is logged. */
export function errorAnswer(error: unknown, requestId: string): Answer {
  const known = error instanceof StripeError ? error : unexpected(error)
  const request_log_url = `https://dashboard.stripe.com/test/workbench/logs?object=${requestId}`
  const body = JSON.stringify({ error: { ...known.body, request_log_url } }, null, 2)
  const headers: Record<string, string> = known.status === 429 ? { 'stripe-should-retry': 'true' } : {}
  return { status: known.status, headers, body }
}

function unexpected(error: unknown): StripeError {
  process.stderr.write(`local stripe: ${error instanceof Error ? error.stack : String(error)}\n`)
  return new StripeError(500, {
    type: 'api_error',
    message: 'Sorry! There was an error while processing this.',
  })
}

/** The answer that was stored under an idempotency key, as it was. */
export function replayed(stored: { status: number; body: string; requestId: string }): Answer {
  return {
    status: stored.status,
    headers: { 'idempotent-replayed': 'true', 'original-request': stored.requestId },
    body: stored.body,
  }
}

/** Adds the headers that every answer has: what the request was, and whether it may be tried again. */
export function withHeaders(
  answer: Answer,
  incoming: Incoming,
  about: { requestId: string; idempotencyKey: string | null },
): Answer {
  const headers: Record<string, string> = {
    'request-id': about.requestId,
    'stripe-version': versionOf(incoming),
  }
  if (about.idempotencyKey !== null) {
    headers['idempotency-key'] = about.idempotencyKey
    headers['original-request'] = about.requestId
  }
  // Beyond that the client's own rules say what may be tried again.
  if (incoming.method !== 'GET' && answer.status < 409) headers['stripe-should-retry'] = 'false'
  const account = headerText(incoming.headers['stripe-account'])
  if (account !== null) headers['stripe-account'] = account
  const { status, body } = answer
  return { status, headers: Object.assign(headers, answer.headers), body }
}
