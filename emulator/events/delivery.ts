import { createHmac } from 'node:crypto'
import type { Engine } from '../core/engine.ts'
import type { Row } from '../core/kinds.ts'
import './queue.ts'

/** Seconds of the virtual clock to wait after the nth failed attempt; after the last the event is given up. */
const BACKOFF = [1, 5, 30, 120, 600, 3600, 6 * 3600, 24 * 3600]
const ANSWER_TIMEOUT_MS = 20_000

/** Ways to make delivery as bad as the network can. `duplicate` and `drop` count events still to be struck. */
export interface DeliveryTricks {
  duplicate: number
  drop: number
  paused: boolean
  reverse: boolean
}

/**
 * Sends queued events to their endpoints, signed, one after another per endpoint. What is not answered 2xx
 * is tried again with growing pauses and does not hold up the rest.
 */
export class DeliveryLoop {
  readonly tricks: DeliveryTricks = { duplicate: 0, drop: 0, paused: false, reverse: false }
  readonly counts = { delivered: 0, failed: 0 }
  #engine: Engine
  #busy = new Set<string>()
  #timer: NodeJS.Timeout | null = null
  #stopped = false

  constructor(engine: Engine) {
    this.#engine = engine
    engine.onCommit(() => this.poke())
  }

  start(): void {
    this.#timer = setInterval(() => this.poke(), 500)
    this.#timer.unref()
    this.poke()
  }

  stop(): void {
    this.#stopped = true
    if (this.#timer) clearInterval(this.#timer)
  }

  /** How many deliveries are waiting, of them how many for a later try. */
  pending(): { waiting: number; retrying: number } {
    const rows = [...this.#engine.store.all('_delivery')]
    return { waiting: rows.length, retrying: rows.filter(row => row.value.attempts > 0).length }
  }

  /** Looks for work; returns at once. */
  poke(): void {
    if (this.#stopped || this.tricks.paused) return
    const endpoints = new Set([...this.#engine.store.all('_delivery')].map(row => row.value.endpoint))
    for (const endpoint of endpoints) {
      if (!this.#busy.has(endpoint)) void this.#drain(endpoint)
    }
  }

  /** Resolves when nothing is left that could be sent now, or after the time-out. */
  async flush(timeoutMs: number): Promise<void> {
    const end = Date.now() + timeoutMs
    while (Date.now() < end) {
      this.poke()
      if (this.pending().waiting === 0) return
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }

  async #drain(endpoint: string) {
    this.#busy.add(endpoint)
    try {
      for (let row = this.#next(endpoint); row; row = this.#next(endpoint)) await this.#deliver(row)
    } catch (error) {
      process.stderr.write(`local stripe: delivery to ${endpoint}: ${String(error)}\n`)
    } finally {
      this.#busy.delete(endpoint)
    }
  }

  /** The oldest delivery whose time has come (the newest, while `reverse` is on). */
  #next(endpoint: string): Row<'_delivery'> | undefined {
    if (this.#stopped || this.tricks.paused) return undefined
    const now = this.#engine.clock.now()
    const ready = [...this.#engine.store.all('_delivery')]
      .filter(row => row.value.endpoint === endpoint && row.value.notBefore <= now)
      .sort((a, b) => a.seq - b.seq)
    return this.tricks.reverse ? ready.at(-1) : ready[0]
  }

  async #deliver(row: Row<'_delivery'>) {
    const { store } = this.#engine
    const event = store.row('event', row.value.event)?.value
    const endpoint = store.row('webhook_endpoint', row.value.endpoint)?.value
    const secret = store.row('_endpoint', row.value.endpoint)?.value
    if (!event || !endpoint || !secret) return this.#settle(row, true)
    if (this.tricks.drop > 0) {
      this.tricks.drop -= 1
      return this.#settle(row, true)
    }
    const body = JSON.stringify(event, null, 2)
    let ok = await post(endpoint.url, body, secret.secret)
    if (ok && this.tricks.duplicate > 0) {
      this.tricks.duplicate -= 1
      ok = await post(endpoint.url, body, secret.secret)
    }
    this.counts[ok ? 'delivered' : 'failed'] += 1
    await this.#settle(row, ok)
  }

  /** Writes down how an attempt ended. */
  async #settle(row: Row<'_delivery'>, done: boolean) {
    await this.#engine.write(tx => {
      if (!tx.row('_delivery', row.id)) return
      const wait = BACKOFF[row.value.attempts]
      if (done || wait === undefined) {
        tx.remove('_delivery', row.id)
        if (tx.row('event', row.value.event)) tx.edit('event', row.value.event).pending_webhooks -= 1
        return
      }
      const delivery = tx.edit('_delivery', row.id)
      delivery.attempts += 1
      delivery.notBefore = tx.now + wait
    })
  }
}

/** True when the endpoint answered 2xx in time. */
async function post(url: string, body: string, secret: string): Promise<boolean> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signatureOf(body, secret),
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      },
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    })
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}

/** Stripe's scheme v1. The time is the real one: receivers compare it with their own clock. */
function signatureOf(body: string, secret: string): string {
  const seconds = Math.floor(Date.now() / 1000)
  const digest = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  return `t=${seconds},v1=${digest}`
}
