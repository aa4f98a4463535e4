import { Clock } from './clock.ts'
import { Faults } from './faults.ts'
import { PLATFORM } from './ids.ts'
import { type Persistence, Store } from './store.ts'
import { DueQueue, type Task } from './tasks.ts'
import type { Changes, Tx, TxInfo } from './tx.ts'

export interface EngineOptions {
  persistence: Persistence | null
  /** What may fall due, by name. */
  tasks: Record<string, Task>
}

/**
 * The heart: one store, one clock, and a queue that lets one transaction run at a time. Knows nothing of
 * HTTP; requests and due tasks come in through `run`.
 */
export class Engine {
  readonly store: Store
  readonly clock = new Clock()
  readonly faults = new Faults()
  #tasks: Record<string, Task>
  #due = new DueQueue()
  #tail: Promise<unknown> = Promise.resolve()
  #timer: NodeJS.Timeout | null = null
  #committed: ((changes: Changes) => void)[] = []
  #loaded: (() => void)[] = []

  constructor(options: EngineOptions) {
    this.store = new Store(options.persistence)
    this.#tasks = options.tasks
  }

  /** Loads the state and lets time flow. */
  async start(): Promise<void> {
    await this.#load()
    this.#timer = setInterval(() => void this.#tick(), 500)
    this.#timer.unref()
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer)
    await this.#exclusively(async () => {})
    await this.store.close()
  }

  /** Calls back after every commit: the delivery of webhooks waits for this. */
  onCommit(listener: (changes: Changes) => void): void {
    this.#committed.push(listener)
  }

  /** Calls back whenever the whole state was read anew. */
  onLoad(listener: () => void): void {
    this.#loaded.push(listener)
  }

  /**
   * Runs one piece of work alone; what is due by now comes first. `work` begins transactions as it likes
   * and returns the one to commit, if any.
   * @throws what `work` or the database throws; nothing is kept then.
   */
  run<T>(info: Omit<TxInfo, 'now'>, work: (begin: () => Tx) => { value: T; commit: Tx | null }): Promise<T> {
    return this.#exclusively(async () => {
      if (this.store.stale) await this.#load()
      await this.#runDue(this.clock.now())
      const { value, commit } = work(() => this.store.begin({ ...info, now: this.clock.now() }))
      if (commit) await this.#commit(commit)
      return value
    })
  }

  /** A transaction of the emulator's own (no request). */
  write(work: (tx: Tx) => void): Promise<void> {
    return this.run({ requestId: null, idempotencyKey: null }, begin => {
      const tx = begin()
      work(tx)
      return { value: undefined, commit: tx }
    })
  }

  /** A view for reading only, without waiting; null when something has to be done first. */
  peek(info: Omit<TxInfo, 'now'>): Tx | null {
    const now = this.clock.now()
    const mustWait = this.store.stale || this.#due.earliest() <= now
    return mustWait ? null : this.store.begin({ ...info, now })
  }

  /** Moves the clock and lets all that falls due happen, in order, each at its own second. */
  advance(seconds: number): Promise<void> {
    return this.#exclusively(async () => {
      if (this.store.stale) await this.#load()
      const offset = this.clock.offset + seconds
      const tx = this.store.begin({ now: this.clock.now(), requestId: null, idempotencyKey: null })
      tx.put('_clock', 'clock', { offset }, PLATFORM)
      await this.#commit(tx)
      this.clock.offset = offset
      await this.#runDue(this.clock.now())
    })
  }

  /** Forgets everything, faults and the moved clock included. */
  reset(): Promise<void> {
    return this.#exclusively(async () => {
      await this.store.clear()
      this.faults.clear()
      await this.#load()
    })
  }

  async #load() {
    await this.store.load()
    this.clock.offset = this.store.row('_clock', 'clock')?.value.offset ?? 0
    this.#due.clear()
    for (const row of this.store.all('_due')) this.#due.add(row.value.at, row.id)
    for (const listener of this.#loaded) listener()
  }

  async #tick() {
    if (this.#due.earliest() > this.clock.now()) return
    try {
      await this.#exclusively(() => this.#runDue(this.clock.now()))
    } catch (error) {
      process.stderr.write(`local stripe: could not run what is due: ${String(error)}\n`)
    }
  }

  async #runDue(now: number) {
    for (let id = this.#due.take(now); id !== null; id = this.#due.take(now)) {
      const due = this.store.row('_due', id)?.value
      if (!due) continue
      const task = this.#tasks[due.task]
      const tx = this.store.begin({ now: due.at, requestId: null, idempotencyKey: null })
      tx.remove('_due', id)
      try {
        if (!task) throw new Error('nothing knows how to do it')
        task(tx, due)
      } catch (error) {
        // One broken task must not stop the clock for all others; it is tried again at the next start.
        process.stderr.write(`local stripe: ${due.task} of ${due.ref}: ${String(error)}\n`)
        continue
      }
      await this.#commit(tx)
    }
  }

  async #commit(tx: Tx) {
    const changes = tx.changes()
    await this.store.commit(changes)
    for (const row of changes.changed) {
      if (row.kind === '_due') this.#due.add((row.value as { at: number }).at, row.id)
    }
    for (const listener of this.#committed) listener(changes)
  }

  #exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(work)
    this.#tail = result.catch(() => undefined)
    return result
  }
}
