import type { Answer } from './answer.ts'
import { contentTypeOf, headerText, type Incoming } from './incoming.ts'
import { maskedForm } from './mask.ts'

/** A request of the API as the log keeps it. Nothing secret that was sent is in it. */
export interface LoggedRequest {
  seq: number
  /** Milliseconds since 1970, of the real clock. */
  at: number
  method: string
  path: string
  /** Query and body, form-encoded and masked. */
  sent: string
  status: number
  ms: number
  requestId: string | null
  idempotencyKey: string | null
  /** The account of the `Stripe-Account` header. */
  account: string | null
  /** True for a stored answer of the same idempotency key. */
  isReplay: boolean
  /** The fault that struck it. */
  fault: string | null
  /** The answer's body, not masked: see `maskedJson`. */
  answer: string
}

const KEPT = 1000
/** What is kept of one body. A page of a hundred objects fits. */
const BODY_KEPT = 512 * 1024

/** The last requests, oldest first, for who wonders what just happened. In memory only. */
export class RequestLog {
  #entries: LoggedRequest[] = []
  #seq = 0

  get seq(): number {
    return this.#seq
  }

  add(incoming: Incoming, answer: Answer, took: { at: number; ms: number; fault: string | null }): void {
    const { headers } = incoming
    this.#entries[this.#seq % KEPT] = {
      seq: ++this.#seq,
      ...took,
      ms: Math.round(took.ms * 10) / 10,
      method: incoming.method,
      path: incoming.url.pathname,
      sent: sentText(incoming),
      status: answer.status,
      requestId: answer.headers['request-id'] ?? null,
      idempotencyKey: headerText(headers['idempotency-key']),
      account: headerText(headers['stripe-account']),
      isReplay: answer.headers['idempotent-replayed'] === 'true',
      answer: typeof answer.body === 'string' ? answer.body.slice(0, BODY_KEPT) : '',
    }
  }

  /** Those with a greater `seq`, oldest first, at most the last thousand. */
  after(seq: number): LoggedRequest[] {
    const found: LoggedRequest[] = []
    for (let next = Math.max(seq, this.#seq - KEPT); next < this.#seq; next++) {
      const entry = this.#entries[next % KEPT]
      if (entry) found.push(entry)
    }
    return found
  }

  find(seq: number): LoggedRequest | undefined {
    return this.#entries.find(entry => entry?.seq === seq)
  }

  clear(): void {
    this.#entries = []
  }
}

function sentText(incoming: Incoming): string {
  const query = incoming.url.search.slice(1)
  if (incoming.body.length === 0) return query === '' ? '' : maskedForm(query)
  if (contentTypeOf(incoming).startsWith('multipart/')) return `file=(${incoming.body.length} bytes)`
  const body = incoming.body.toString('utf8', 0, BODY_KEPT)
  return maskedForm(query === '' ? body : `${query}&${body}`)
}
