import type { Engine } from '../core/engine.ts'
import { catchUp } from './catch-up.ts'
import { IdMap, isId } from './id-map.ts'
import type { JsonObject, Step } from './recording.ts'
import { standIn } from './stand-in.ts'
import { fund } from './stand-in-account.ts'

const DAY = 86_400
const PLATFORM_PLACEHOLDER = '<STRIPE_PLATFORM_ACCOUNT_ID>'

export interface Answered {
  status: number
  body: JsonObject
}

/** How a step went: what we answered, or which object it refers to that no recording made. */
export type Outcome = { answered: Answered; lacks?: never } | { answered?: never; lacks: string }

/** Sends requests to a local Stripe. */
export type Send = (
  method: string,
  path: string,
  params: [string, string][],
  account: string | null,
) => Promise<Answered>

export function sender(url: string): Send {
  return async (method, path, params, account) => {
    const form = new URLSearchParams(params).toString()
    const query = method === 'POST' || form === '' ? '' : `?${form}`
    const response = await fetch(`${url}${path}${query}`, {
      method,
      headers: {
        authorization: 'Bearer sk_test_conformance',
        ...(account ? { 'stripe-account': account } : {}),
      },
      ...(method === 'POST' ? { body: new URLSearchParams(params) } : {}),
    })
    return { status: response.status, body: (await response.json()) as JsonObject }
  }
}

/** When a step was recorded, in Unix seconds, as far as its answer tells. */
function timeOf(step: Step): number | null {
  const { created } = step.response
  return step.method === 'POST' && typeof created === 'number' ? created : null
}

/** Replays the steps of one story against an emulator that knows nothing yet. */
export class Replay {
  #ids = new IdMap()
  #send: Send
  #engine: Engine
  #last = ''

  readonly #wait = (seconds: number) => this.#engine.advance(seconds)

  constructor(send: Send, engine: Engine) {
    this.#send = send
    this.#engine = engine
  }

  /** Goes back to the time of the recording (cards expire), and gives the platform the money that it had. */
  async prepare(steps: Step[]): Promise<void> {
    const { clock } = this.#engine
    const first = steps.map(timeOf).find(time => time !== null)
    if (first) clock.offset += first - clock.now() - 10
    const { body } = await this.#send('GET', '/v1/account', [], null)
    this.#ids.set(PLATFORM_PLACEHOLDER, String(body.id))
    for (const currency of ['usd', 'cad', 'gbp', 'eur', 'aud']) await fund(this.#send, currency)
  }

  async step(step: Step): Promise<Outcome> {
    await this.#letTimePass(step)
    for (const id of this.#idsIn(step)) {
      if (this.#ids.get(id) !== null || step.status === 404) continue
      if (!(await standIn(id, step, { send: this.#send, ids: this.#ids, wait: this.#wait })))
        return { lacks: id }
    }
    const account = step.account === null ? null : this.#own(step.account)
    const path = step.path
      .split('/')
      .map(part => this.#own(part))
      .join('/')
    await catchUp(step, path, account, this.#send)
    const params = step.params.map(([name, value]): [string, string] => [name, this.#own(value)])
    const answered = await this.#send(step.method, path, params, account)
    this.#ids.learn(step.response, answered.body)
    return { answered }
  }

  /** Time goes on as it did then; and whoever asks the same again waits for something. */
  async #letTimePass(step: Step): Promise<void> {
    const asked = `${step.method} ${step.path}`
    const later = (timeOf(step) ?? 0) - this.#engine.clock.now()
    // Single requests stand in no order.
    if (timeOf(step) !== null && later < -DAY) this.#engine.clock.offset += later
    const isRepeated = step.method === 'GET' && asked === this.#last
    // Every call takes its time.
    await this.#engine.advance(Math.max(later, isRepeated ? 5 : 1))
    this.#last = asked
  }

  /** The ids that the step refers to, the account first: the others may live on it. */
  #idsIn(step: Step): string[] {
    const texts = [step.account ?? '', ...step.path.split('/'), ...step.params.map(([, value]) => value)]
    return texts.filter(isId)
  }

  #own(text: string): string {
    return this.#ids.get(text) ?? text
  }
}
