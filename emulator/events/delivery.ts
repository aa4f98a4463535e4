import type { Engine } from '../core/engine.ts'
import { PLATFORM } from '../core/ids.ts'
import type { Kinds, Row } from '../core/kinds.ts'
import type { Changes, Tx } from '../core/tx.ts'
import { DeliveryQueue } from './delivery-queue.ts'
import { type Posted, postEvent } from './post.ts'
import { ATTEMPTS_KEPT, type Attempt, payloadFor } from './queue.ts'
import { Tricks } from './tricks.ts'

/** Seconds of the virtual clock to wait after the nth failed attempt; after the last the event is given up. */
const BACKOFF = [1, 5, 30, 120, 600, 3600, 6 * 3600, 24 * 3600]

/**
 * Sends queued events to their endpoints, signed, one after another per endpoint. What is not answered 2xx
 * is tried again with growing pauses and does not hold up the rest.
 */
export class DeliveryLoop {
  readonly tricks = new Tricks()
  readonly counts = { delivered: 0, failed: 0 }
  #engine: Engine
  #queues = new Map<string, DeliveryQueue>()
  #busy = new Set<string>()
  #timer: NodeJS.Timeout | null = null
  #stopped = false

  constructor(engine: Engine) {
    this.#engine = engine
    engine.onCommit(changes => this.#follow(changes))
    engine.onLoad(() => {
      this.#queues.clear()
      for (const row of engine.store.all('_delivery')) this.#queueOf(row.value.endpoint).put(row)
    })
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
    let retrying = 0
    for (const queue of this.#queues.values()) retrying += queue.retrying
    return { waiting: this.#engine.store.count('_delivery'), retrying }
  }

  /** Looks for work; returns at once. */
  poke(): void {
    if (this.#stopped || this.tricks.now.paused) return
    for (const [endpoint, queue] of this.#queues) {
      if (queue.size > 0 && !this.#busy.has(endpoint)) void this.#drain(endpoint, queue)
    }
  }

  /** Resolves when nothing waits any more, or after the time-out. */
  async flush(timeoutMs: number): Promise<void> {
    const end = Date.now() + timeoutMs
    while (Date.now() < end) {
      this.poke()
      if (this.#engine.store.count('_delivery') === 0) return
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }

  #follow({ changed, removed }: Changes) {
    const { delay } = this.tricks.now
    for (const row of changed) {
      if (row.kind !== '_delivery') continue
      const delivery = row as Row<'_delivery'>
      const waits = delay > 0 && delivery.value.attempts === 0
      const value = { ...delivery.value, notBefore: delivery.value.notBefore + delay }
      this.#queueOf(delivery.value.endpoint).put(waits ? { ...delivery, value } : delivery)
    }
    for (const { kind, id } of removed) {
      if (kind === '_delivery') for (const queue of this.#queues.values()) queue.remove(id)
    }
    this.poke()
  }

  #queueOf(endpoint: string): DeliveryQueue {
    const queue = this.#queues.get(endpoint) ?? new DeliveryQueue()
    this.#queues.set(endpoint, queue)
    return queue
  }

  async #drain(endpoint: string, queue: DeliveryQueue) {
    this.#busy.add(endpoint)
    try {
      while (!this.#stopped && !this.tricks.now.paused) {
        const row = queue.next(this.#engine.clock.now(), this.tricks.choice)
        if (!row) break
        await this.#deliver(row)
      }
    } catch (error) {
      process.stderr.write(`local stripe: delivery to ${endpoint}: ${String(error)}\n`)
    } finally {
      this.#busy.delete(endpoint)
    }
  }

  async #deliver(row: Row<'_delivery'>) {
    const { store, clock } = this.#engine
    const event = store.row('event', row.value.event)?.value
    const endpoint = store.row('webhook_endpoint', row.value.endpoint)?.value
    const secret = store.row('_endpoint', row.value.endpoint)?.value
    // What was deleted or switched off in the meantime gets nothing more.
    if (!event || !endpoint || !secret || endpoint.status === 'disabled') {
      return this.#engine.write(tx => settle(tx, row, null))
    }
    const at = clock.now()
    const told = { endpoint: endpoint.id, url: endpoint.url, at }
    if (this.tricks.takeDrop()) {
      const nothing: Posted = { ms: 0, status: null, error: 'Dropped on request', body: '' }
      return this.#engine.write(tx => settle(tx, row, { ...told, ...nothing, outcome: 'dropped' }))
    }
    const attempt = await this.#send(event, endpoint, secret.secret)
    this.counts[attempt.outcome === 'delivered' ? 'delivered' : 'failed'] += 1
    await this.#engine.write(tx => settle(tx, row, { ...told, ...attempt }))
  }

  async #send(
    event: Kinds['event'],
    endpoint: Kinds['webhook_endpoint'],
    secret: string,
  ): Promise<Posted & Pick<Attempt, 'outcome'>> {
    const body = payloadFor(event, endpoint)
    let posted = await postEvent(endpoint.url, body, secret)
    if (isOk(posted) && this.tricks.takeDuplicate()) posted = await postEvent(endpoint.url, body, secret)
    return { ...posted, outcome: isOk(posted) ? 'delivered' : 'failed' }
  }
}

function isOk({ status }: Posted): boolean {
  return status !== null && status >= 200 && status < 300
}

/** Writes down how an attempt ended; null when there was none and there will be none. */
function settle(tx: Tx, row: Row<'_delivery'>, attempt: Attempt | null): void {
  if (!tx.row('_delivery', row.id)) return
  const wait = attempt?.outcome === 'failed' ? BACKOFF[row.value.attempts] : undefined
  if (attempt) record(tx, row.value.event, attempt, attempt.outcome === 'failed' && wait === undefined)
  if (wait !== undefined) {
    const delivery = tx.edit('_delivery', row.id)
    delivery.attempts += 1
    delivery.notBefore = tx.now + wait
    return
  }
  tx.remove('_delivery', row.id)
  if (tx.row('event', row.value.event)) tx.edit('event', row.value.event).pending_webhooks -= 1
}

function record(tx: Tx, event: string, attempt: Attempt, gaveUp: boolean) {
  const known = tx.find('_delivery_record', event)
  const attempts = [...(known?.attempts ?? []), attempt].slice(-ATTEMPTS_KEPT)
  tx.put('_delivery_record', event, { attempts, gaveUp: gaveUp || (known?.gaveUp ?? false) }, PLATFORM)
}
