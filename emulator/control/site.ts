import type { Answer } from '../core/answer.ts'
import type { Engine } from '../core/engine.ts'
import type { Site } from '../core/server.ts'
import { accountActions } from './account-actions.ts'
import { bankActions } from './bank-actions.ts'
import { type Action, type Actions, type Controlled, NotThere } from './controlled.ts'
import { faultActions } from './fault-actions.ts'
import { inspectActions } from './inspect-actions.ts'
import { refuseUnknown, type Sent, sentTo, wholeNumber } from './sent.ts'
import { webhookActions } from './webhook-actions.ts'

const ACTIONS: Actions = {
  'GET /_control/clock': ({ engine }) => clockOf(engine),
  'POST /_control/clock/advance': async ({ engine }, sent) => {
    await engine.advance(secondsToGo(engine, sent))
    return clockOf(engine)
  },
  'POST /_control/reset': async ({ engine, delivery, log, prepare }) => {
    await engine.reset()
    delivery.tricks.clear()
    log.clear()
    await prepare()
    return {}
  },
  ...accountActions,
  ...bankActions,
  ...faultActions,
  ...inspectActions,
  ...webhookActions,
}

/** `/_control/…`: time, faults and webhooks at the tester's command. Bodies are JSON or forms. */
export function controlSite(parts: Controlled): Site {
  return async incoming => {
    const { pathname } = incoming.url
    if (!pathname.startsWith('/_control/')) return null
    const found = find(incoming.method, pathname)
    if (!found) return answer(404, { error: `There is no ${incoming.method} ${pathname}` })
    try {
      return answer(200, await found.action(parts, sentTo(incoming), found.id))
    } catch (error) {
      const status = error instanceof NotThere ? 404 : 400
      return answer(status, { error: error instanceof Error ? error.message : String(error) })
    }
  }
}

function find(method: string, pathname: string): { action: Action; id: string } | null {
  const whole = ACTIONS[`${method} ${pathname}`]
  if (whole) return { action: whole, id: '' }
  const slash = pathname.lastIndexOf('/')
  const action = ACTIONS[`${method} ${pathname.slice(0, slash)}/:id`]
  return action ? { action, id: decodeURIComponent(pathname.slice(slash + 1)) } : null
}

function answer(status: number, value: unknown): Answer {
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
  return { status, headers, body: JSON.stringify(value) }
}

function clockOf(engine: Engine) {
  return { now: engine.clock.now(), offset: engine.clock.offset }
}

/** `{"seconds"}`, or `{"to"}`: a moment in Unix seconds that is still to come. */
function secondsToGo(engine: Engine, sent: Sent): number {
  refuseUnknown(sent, ['seconds', 'to'])
  if (sent.to === undefined) return wholeNumber(sent, 'seconds')
  const seconds = wholeNumber(sent, 'to') - engine.clock.now()
  if (seconds < 0) throw new Error('"to" is in the past: the clock goes forwards only')
  return seconds
}
