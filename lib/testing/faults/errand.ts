import { AsyncResource } from 'node:async_hooks'
import { once } from 'node:events'
import pg from 'pg'
import { env } from '../../env.ts'
import type { Result } from '../../result.ts'
import { stripe } from '../../stripe/client.ts'
import { Errand, errands, type Watch } from './errand-scope.ts'
import type { FaultKind } from './plan.ts'
import { refusal, SQLSTATE } from './refusal.ts'
import type { Told } from './talk.ts'
import { watchRequests } from './watch-requests.ts'

// Faults without a process for each of them: an errand is one operation inside this process whose every round trip is
// watched on its way to PostgreSQL and to Stripe. Cut off, it is as if its process had been killed: nothing that it
// still does leaves the process.

const isBefore = (kind: FaultKind) => kind === 'kill_before' || kind === 'lost_before'
const isAfter = (kind: FaultKind) => kind === 'kill_after' || kind === 'lost_after'

type Callback = (error: Error | null, result?: unknown) => void
type Query = (...args: unknown[]) => Promise<unknown>
type Connect = (callback?: () => void) => unknown
type Connection = { connection: { stream: { destroy(): void } } }

class WatchedClient extends pg.Client {
  #isInside = false
  #isLost = false

  constructor(config?: pg.ClientConfig) {
    super(config)
    // It is called in each of pg's many ways, and passes on what it is given.
    const query = super.query.bind(this) as unknown as Query
    Object.assign(this, { query: (...args: unknown[]) => this.#watched(query, args) })
  }

  /** The connection breaks. It is over before whoever uses it hears of it, so that nobody after them is given it. */
  async #lose(): Promise<never> {
    const ended = this.#isLost ? null : once(this, 'end')
    this.#isLost = true
    ;(this as unknown as Connection).connection.stream.destroy()
    await ended
    throw new Error('Connection terminated unexpectedly')
  }

  async #send(errand: Errand, what: string, send: () => Promise<unknown>): Promise<unknown> {
    if (errand.isCut) await this.#lose()
    const kind = await errand.watch({ line: 'database', what, isInside: this.#isInside })
    if (kind?.startsWith('kill')) errand.cut()
    if (kind && isBefore(kind)) await this.#lose()
    const sqlstate = kind && SQLSTATE[kind]
    if (sqlstate && !/^rollback/i.test(what)) {
      // A server that refuses a COMMIT has undone the transaction.
      if (/^commit/i.test(what)) {
        this.#isInside = false
        await super.query('ROLLBACK')
      }
      throw refusal(sqlstate)
    }
    if (/^begin/i.test(what)) this.#isInside = true
    if (/^(commit|rollback)/i.test(what)) this.#isInside = false
    const result = await send()
    if (kind && isAfter(kind)) await this.#lose()
    return result
  }

  #watched(query: Query, args: unknown[]): unknown {
    const errand = errands.getStore()
    if (!errand) return query(...args)
    const callback = typeof args.at(-1) === 'function' ? (args.pop() as Callback) : null
    const [statement] = args as [string | { text: string }]
    const what = typeof statement === 'string' ? statement : statement.text
    const answer = this.#send(errand, what.trim().slice(0, 60), () => query(...args))
    if (!callback) return answer
    return void answer.then(
      result => process.nextTick(callback, null, result),
      error => process.nextTick(callback, error),
    )
  }
}

/** Whoever waits for a connection goes on as the errand that asked for it, and not as the one that gave it back. */
class WatchedPool extends pg.Pool {
  constructor(config: pg.PoolConfig) {
    super(config)
    const connect = super.connect.bind(this) as unknown as Connect
    Object.assign(this, {
      connect: (callback?: () => void) => (callback ? connect(AsyncResource.bind(callback)) : connect()),
    })
  }
}

let isWatching = false

/**
 * Has the lines of this process watched, from its next connection on. The pauses between two tries of a call at Stripe are made
 * short, since there are thousands of them.
 */
export function watchLines(): void {
  const shared = globalThis as { holdfastPool?: pg.Pool }
  shared.holdfastPool = new WatchedPool({
    connectionString: env().DATABASE_URL,
    max: 10,
    Client: WatchedClient,
  })
  shared.holdfastPool.on('error', () => undefined)
  if (isWatching) return
  isWatching = true
  watchRequests()
  const client = stripe()
  client.getInitialNetworkRetryDelay = () => 0.001
  client.getMaxNetworkRetryDelay = () => 0.001
}

/** Does an operation under a watch, and says what whoever asked for it was told. */
export async function runErrand(
  watch: Watch,
  work: () => Promise<Result<unknown, unknown>>,
): Promise<Told & { value?: unknown }> {
  const errand = new Errand(watch)
  const done = errands.run(errand, () =>
    work().then<Told & { value?: unknown }, Told>(
      result =>
        result.ok
          ? { outcome: 'done', value: result.value }
          : { outcome: 'refused', code: JSON.stringify(result.error) },
      error => ({
        outcome: 'broke',
        code: error instanceof Error ? error.message.slice(0, 300) : String(error),
      }),
    ),
  )
  const told = await Promise.race([done, errand.untilCut.then((): Told => ({ outcome: 'killed' }))])
  // Whatever was killed lets go of its rows before anybody else can meet them.
  if (errand.isCut) await done
  return errand.isCut ? { outcome: 'killed' } : told
}
