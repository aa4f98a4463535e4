import type { Answer } from '../core/answer.ts'
import type { Engine } from '../core/engine.ts'
import { FAULT_KINDS, type Fault } from '../core/faults.ts'
import { type Incoming, sentFields } from '../core/incoming.ts'
import type { Site } from '../core/server.ts'
import type { DeliveryLoop } from '../events/delivery.ts'

interface Controlled {
  engine: Engine
  delivery: DeliveryLoop
  /** Puts back what the command line asked for, after a reset. */
  prepare: () => Promise<void>
  /** What did not fit Stripe's types, when that is checked. */
  violations: string[] | null
}

type Sent = Record<string, unknown>
type Action = (parts: Controlled, sent: Sent) => Promise<unknown> | unknown

const ACTIONS: Record<string, Action> = {
  'GET /_control/clock': ({ engine }) => clockOf(engine),
  'POST /_control/clock/advance': async ({ engine }, sent) => {
    await engine.advance(wholeNumber(sent, 'seconds'))
    return clockOf(engine)
  },
  'POST /_control/reset': async ({ engine, delivery, prepare }) => {
    await engine.reset()
    Object.assign(delivery.tricks, { duplicate: 0, drop: 0, paused: false, reverse: false })
    await prepare()
    return {}
  },
  'GET /_control/violations': ({ violations }) => ({
    isChecked: violations !== null,
    violations: violations ?? [],
  }),
  'GET /_control/faults': ({ engine }) => ({ faults: engine.faults.list() }),
  'POST /_control/faults': ({ engine }, sent) => {
    engine.faults.add(faultOf(sent))
    return { faults: engine.faults.list() }
  },
  'DELETE /_control/faults': ({ engine }) => {
    engine.faults.clear()
    return { faults: [] }
  },
  'POST /_control/webhooks': ({ delivery }, sent) => {
    const { tricks } = delivery
    if (sent.duplicate !== undefined) tricks.duplicate = wholeNumber(sent, 'duplicate')
    if (sent.drop !== undefined) tricks.drop = wholeNumber(sent, 'drop')
    if (sent.paused !== undefined) tricks.paused = String(sent.paused) === 'true'
    if (sent.reverse !== undefined) tricks.reverse = String(sent.reverse) === 'true'
    delivery.poke()
    return tricks
  },
  'POST /_control/webhooks/flush': async ({ delivery }, sent) => {
    await delivery.flush(sent.timeoutMs === undefined ? 10_000 : wholeNumber(sent, 'timeoutMs'))
    return { ...delivery.counts, ...delivery.pending() }
  },
}

/** `/_control/…`: time, faults and webhooks at the tester's command. Bodies are JSON or forms. */
export function controlSite(parts: Controlled): Site {
  return async incoming => {
    if (!incoming.url.pathname.startsWith('/_control/')) return null
    const action = ACTIONS[`${incoming.method} ${incoming.url.pathname}`]
    if (!action) return answer(404, { error: `There is no ${incoming.method} ${incoming.url.pathname}` })
    try {
      return answer(200, await action(parts, sentTo(incoming)))
    } catch (error) {
      return answer(400, { error: error instanceof Error ? error.message : String(error) })
    }
  }
}

function answer(status: number, value: unknown): Answer {
  return { status, headers: {}, body: JSON.stringify(value) }
}

function clockOf(engine: Engine) {
  return { now: engine.clock.now(), offset: engine.clock.offset }
}

function sentTo(incoming: Incoming): Sent {
  const text = incoming.body.toString('utf8').trim()
  return text.startsWith('{') ? (JSON.parse(text) as Sent) : (sentFields(incoming) as Sent)
}

function wholeNumber(sent: Sent, name: string): number {
  const value = Number(sent[name])
  if (!Number.isInteger(value) || value < 0) throw new Error(`"${name}" must be a whole number from 0 on`)
  return value
}

function faultOf(sent: Sent): Fault {
  const kind = FAULT_KINDS.find(one => one === sent.kind)
  if (!kind) throw new Error(`"kind" must be one of ${FAULT_KINDS.join(', ')}`)
  if (typeof sent.path !== 'string') throw new Error('"path" must be a prefix or a pattern with :id parts')
  return {
    method: typeof sent.method === 'string' ? sent.method.toUpperCase() : '*',
    path: sent.path,
    kind,
    count: sent.count === undefined ? 1 : wholeNumber(sent, 'count'),
    delayMs: sent.delayMs === undefined ? 1000 : wholeNumber(sent, 'delayMs'),
  }
}
