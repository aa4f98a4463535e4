import { type ChildProcess, fork } from 'node:child_process'
import { inject } from 'vitest'
import { type Fault, Plan } from './plan.ts'
import { type Link, type LinkHooks, startPostgresLink } from './postgres-link.ts'
import { startStripeLink } from './stripe-link.ts'
import type { Orders, Told } from './talk.ts'

/** How long a call of Stripe may take in a process under test, so that a Stripe that hangs does not hang the tests. */
const STRIPE_TIMEOUT_MS = 400

/** Most of them do a single operation and are killed: making the code of Prisma's engine faster would take longer than it does. */
const NODE_FLAGS = ['--liftoff-only']

/** One process of ours between two lines that can fail; after a kill a new one takes its place. */
export class Subject {
  #plan = new Plan()
  #child: ChildProcess | null = null
  #links: { database: Link; stripe: Link } | null = null

  async #connect(): Promise<NodeJS.ProcessEnv> {
    const database = new URL(process.env.DATABASE_URL ?? '')
    const hooks = (line: 'database' | 'stripe'): LinkHooks => ({
      next: what => this.#plan.next(line, what),
      kill: () => this.#child?.kill('SIGKILL'),
    })
    this.#links ??= {
      database: await startPostgresLink(
        { host: database.hostname, port: Number(database.port) },
        hooks('database'),
      ),
      stripe: await startStripeLink(process.env.STRIPE_LOCAL_URL ?? '', hooks('stripe')),
    }
    database.hostname = '127.0.0.1'
    database.port = String(this.#links.database.port)
    return {
      ...process.env,
      DATABASE_URL: database.href,
      STRIPE_LOCAL_URL: `http://127.0.0.1:${this.#links.stripe.port}`,
      STRIPE_TIMEOUT_MS: String(STRIPE_TIMEOUT_MS),
    }
  }

  async #start(): Promise<ChildProcess> {
    const env = await this.#connect()
    const child = fork(inject('subjectFile'), { env, serialization: 'advanced', execArgv: NODE_FLAGS })
    child.once('exit', () => {
      if (this.#child === child) this.#child = null
    })
    await told(child)
    this.#child = child
    return child
  }

  /** Whether it runs already: the first operation of one that does not has to wait for its start. */
  get isRunning(): boolean {
    return this.#child !== null
  }

  /** Has the process do one operation while `fault` is in force. Returns what was told and how many round trips it took. */
  async run(operation: string, input: unknown, fault: Fault | null): Promise<{ told: Told; plan: Plan }> {
    const plan = new Plan(fault)
    const [told = KILLED] = await this.#ask([{ operation, input }], plan)
    return { told, plan }
  }

  /** Has the process do many operations at the same time, without a fault. */
  runAll(orders: Orders): Promise<Told[]> {
    return this.#ask(orders, new Plan())
  }

  async #ask(orders: Orders, plan: Plan): Promise<Told[]> {
    const child = this.#child ?? (await this.#start())
    this.#plan = plan
    const answer = told(child)
    // One that has just been killed hears nothing; that it ended is the answer.
    child.send(orders, () => undefined)
    const heard = await answer
    this.#plan = new Plan()
    if (heard === null) this.#child = null
    return heard ?? [KILLED]
  }

  /** Ends the process whatever it is doing; the next operation gets a new one. */
  kill(): void {
    this.#child?.kill('SIGKILL')
  }

  /** Ends the process and its lines; the next operation begins with new ones. */
  async stop(): Promise<void> {
    this.#child?.kill('SIGKILL')
    this.#child = null
    await Promise.all([this.#links?.database.close(), this.#links?.stripe.close()])
    this.#links = null
  }
}

const KILLED: Told = { outcome: 'killed' }

/** The next thing that a process says; null when it died. */
function told(child: ChildProcess): Promise<Told[] | null> {
  return new Promise(resolve => {
    const message = (heard: unknown) => {
      child.off('exit', exit)
      resolve(heard as Told[])
    }
    const exit = () => {
      child.off('message', message)
      resolve(null)
    }
    child.once('message', message)
    child.once('exit', exit)
  })
}
