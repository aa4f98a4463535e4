import type { Exchange } from '../core/api.ts'
import { SchemaChecker } from './checker.ts'

let shared: SchemaChecker | undefined

/** Looks at every request of an emulator and keeps what the types of the `stripe` package do not allow. */
export class Violations {
  readonly found: string[] = []
  #checksRequests: boolean

  /** Requests are only checked where the client is ours: a test of errors sends wrong ones on purpose. */
  constructor(options = { requests: false }) {
    shared ??= new SchemaChecker()
    this.#checksRequests = options.requests
  }

  readonly look = ({ method, route, pathname, sent, isPublishable, answer }: Exchange): void => {
    const isJson =
      typeof answer.body === 'string' && (answer.headers['content-type'] ?? 'json').includes('json')
    const wrong = isJson
      ? (shared?.answer(answer.status, JSON.parse(String(answer.body)), isPublishable) ?? [])
      : []
    if (this.#checksRequests && route && sent)
      wrong.push(...(shared?.request(`${method} ${route}`, sent) ?? []))
    for (const one of wrong) this.#keep(`${method} ${pathname} ${answer.status}: ${one}`)
  }

  /** @throws Error that lists each violation once. */
  expectNone(): void {
    if (this.found.length > 0)
      throw new Error(`Not of the form that Stripe's types have:\n${this.found.join('\n')}`)
  }

  #keep(violation: string): void {
    if (this.found.length < 50 && !this.found.includes(violation)) this.found.push(violation)
  }
}
