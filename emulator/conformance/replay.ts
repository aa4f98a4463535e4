import { IdMap, isId } from './id-map.ts'
import type { JsonObject, Step } from './recording.ts'
import { standIn } from './stand-in.ts'

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

/** Replays the steps of one story against an emulator that knows nothing yet. */
export class Replay {
  #ids = new IdMap()
  #send: Send
  #advance: (seconds: number) => Promise<void>
  #last = ''

  constructor(send: Send, advance: (seconds: number) => Promise<void>) {
    this.#send = send
    this.#advance = advance
  }

  async step(step: Step): Promise<Outcome> {
    await this.#letTimePass(step)
    const named = this.#idsIn(step)
    for (const id of named) {
      if (this.#ids.get(id) !== null || step.status === 404) continue
      const made = await standIn(id, step, { send: this.#send, ids: this.#ids })
      if (!made) return { lacks: id }
    }
    const account = step.account === null ? null : this.#own(step.account)
    const path = step.path
      .split('/')
      .map(part => this.#own(part))
      .join('/')
    const params = step.params.map(([name, value]): [string, string] => [name, this.#own(value)])
    const answered = await this.#send(step.method, path, params, account)
    this.#ids.learn(step.response, answered.body)
    return { answered }
  }

  /** Whoever asks the same again waits for something: checks finish, money becomes available. */
  async #letTimePass(step: Step): Promise<void> {
    const asked = `${step.method} ${step.path}`
    if (step.method === 'GET' && asked === this.#last) await this.#advance(5)
    this.#last = asked
  }

  /** The ids that the step refers to, the account first: the others may live on it. */
  #idsIn(step: Step): string[] {
    const texts = [step.account ?? '', ...step.path.split('/'), ...step.params.map(([, value]) => value)]
    return texts.filter(isId)
  }

  #own(text: string): string {
    if (text === '<STRIPE_PLATFORM_ACCOUNT_ID>') return this.#ids.get('platform') ?? text
    return this.#ids.get(text) ?? text
  }
}
