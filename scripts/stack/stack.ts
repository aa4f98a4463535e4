import path from 'node:path'
import { dropDatabase, ensureDatabase } from '../postgres/databases.ts'
import { type Postgres, startPostgres } from '../postgres/server.ts'
import { type Child, type ChildPlan, startChild } from '../processes/child.ts'
import { followLog, startNewLog } from '../processes/log.ts'
import { emulatorProgram, webProgram, workerProgram } from './programs.ts'
import { untilHealthy } from './readiness.ts'
import type { Settings } from './settings.ts'

const DATABASE = 'holdfast'

/** The processes of one running Holdfast, each started and ended by name. */
export class Stack {
  readonly #settings: Settings
  readonly #children = new Map<string, Child>()
  readonly #stopFollowing = new Map<string, () => void>()
  readonly #onChange: (children: Child[]) => void
  readonly #onDeath: (child: Child) => void
  #postgres: Postgres | null = null

  /** `onChange` hears of every start; `onDeath` of a process that ended although nobody asked it to. */
  constructor(settings: Settings, onChange: (children: Child[]) => void, onDeath: (child: Child) => void) {
    this.#settings = settings
    this.#onChange = onChange
    this.#onDeath = onDeath
  }

  /** The environment of the app's processes. Complete once the database is up. */
  get env(): NodeJS.ProcessEnv {
    const url = this.#settings.externalDatabaseUrl ?? this.#postgres?.url(DATABASE)
    return { ...this.#settings.env, DATABASE_URL: url }
  }

  get databaseUrl(): string {
    return this.env.DATABASE_URL ?? ''
  }

  get children(): Child[] {
    return [...this.#children.values()]
  }

  /**
   * Starts the embedded PostgreSQL; after a restart on the same port, so that addresses stay true. `anew` drops our
   * database and makes an empty one.
   */
  async startPostgres(options = { anew: false }): Promise<void> {
    const { projectDir, dataDir, postgresPort } = this.#settings
    const logFile = path.join(dataDir, 'logs', 'postgresql.log')
    const port = this.#postgres?.port ?? postgresPort
    startNewLog(logFile)
    this.#postgres = await startPostgres({ projectDir, dataDir, logFile, port })
    this.#adopt(this.#postgres.child)
    if (options.anew) await dropDatabase(this.#postgres.url('postgres'), DATABASE)
    await ensureDatabase(this.#postgres.url('postgres'), DATABASE)
  }

  async startEmulator(): Promise<void> {
    const url = this.#settings.localStripeUrl
    if (url === null) return
    const child = await this.#start(emulatorProgram(this.#settings, this.env, url))
    await untilHealthy(child, `${url}/_control/clock`, 30)
  }

  async startWeb(): Promise<void> {
    const child = await this.#start(webProgram(this.#settings, this.env))
    await untilHealthy(child, `${this.#settings.webUrl}/api/health`, 120)
  }

  /** Asks the web app alone to stop; what it has begun to answer it answers. Returns how it ended. */
  async stopWeb(): Promise<Child['ended']> {
    const child = this.#children.get('web')
    await this.#end('web', web => web.stop())
    return child?.ended ?? null
  }

  async startWorker(): Promise<void> {
    await this.#start(workerProgram(this.#settings, this.env))
  }

  /** Lets something that runs to its own end, such as the build, belong to this stack: it is stopped with it. */
  readonly track = (task: Child): void => {
    this.#children.set(task.name, task)
    this.#onChange(this.children)
    task.exited.then(() => {
      this.#children.delete(task.name)
      this.#onChange(this.children)
    })
  }

  /** Asks everything to stop: first what takes requests and does jobs, then the local Stripe, then the database. */
  async stop(): Promise<void> {
    const first = [...this.#children.keys()].filter(name => name !== 'emulator' && name !== 'PostgreSQL')
    await Promise.all(first.map(name => this.#end(name, child => child.stop())))
    await this.#end('emulator', child => child.stop(5))
    await this.#end('PostgreSQL', child => child.stop(20))
  }

  /** Ends everything at once, as a power cut would. */
  async kill(): Promise<void> {
    await Promise.all([...this.#children.keys()].map(name => this.#end(name, child => child.kill())))
  }

  /** Starts the four again on what they left behind. Nothing is migrated, seeded or built. */
  async startAgain(): Promise<void> {
    if (!this.#settings.externalDatabaseUrl) await this.startPostgres()
    await this.startEmulator()
    await Promise.all([this.startWeb(), this.startWorker()])
  }

  async #start(plan: ChildPlan): Promise<Child> {
    startNewLog(plan.logFile)
    const child = await startChild(plan)
    this.#adopt(child)
    return child
  }

  #adopt(child: Child): void {
    this.#children.set(child.name, child)
    this.#onChange(this.children)
    if (this.#settings.verbose) {
      this.#stopFollowing.set(child.name, followLog(child.logFile, `[${child.name}] `))
    }
    child.exited.then(() => {
      this.#stopFollowing.get(child.name)?.()
      if (this.#children.get(child.name) !== child) return
      this.#children.delete(child.name)
      this.#onDeath(child)
    })
  }

  async #end(name: string, how: (child: Child) => Promise<void>): Promise<void> {
    const child = this.#children.get(name)
    this.#children.delete(name)
    if (child) await how(child)
  }
}
