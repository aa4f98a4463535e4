import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Child } from '../processes/child.ts'
import { Refusal } from '../refusal.ts'
import { bringUp } from './bring-up.ts'
import { deathNotice } from './readiness.ts'
import { claimRun, type Run } from './run-file.ts'
import { readEnvironment, readSettings, type Settings } from './settings.ts'
import { Stack } from './stack.ts'
import { type Steps, terminalSteps } from './steps.ts'
import { printWelcome } from './welcome.ts'

// `npm start` and `npm run dev`: starts everything, watches over it, and stops everything.

const WORKER_DEATHS_MAX = 5
const SAME_KEY_PRESS_MS = 500

/** Watches over a running stack; ends the process when it is told to or when a part is lost. */
class Supervisor {
  readonly #run: Run
  readonly #steps: Steps
  readonly stack: Stack
  #stoppingSince: number | null = null
  #workerDeaths = 0
  /** Until everything is up, the step that needs a part tells of its loss. */
  isUp = false

  constructor(settings: Settings, run: Run, steps: Steps) {
    this.#run = run
    this.#steps = steps
    this.stack = new Stack(
      settings,
      children => run.note(children),
      child => void this.#onDeath(child),
    )
  }

  /** Ctrl-C stops in good order, a second one at once. One key press can reach us twice: directly and through npm. */
  onSignal(): void {
    if (this.#stoppingSince === null) void this.stop(0)
    else if (Date.now() - this.#stoppingSince > SAME_KEY_PRESS_MS) void this.#force()
  }

  get isStopping(): boolean {
    return this.#stoppingSince !== null
  }

  async stop(exitCode: number): Promise<void> {
    if (this.#stoppingSince !== null) return
    this.#stoppingSince = Date.now()
    if (exitCode === 0) console.log('\nStopping (Ctrl-C again stops at once) …')
    await this.stack.stop()
    this.#run.release()
    if (exitCode === 0) console.log('Stopped.')
    process.exit(exitCode)
  }

  async #force(): Promise<void> {
    await this.stack.kill()
    this.#run.release()
    process.exit(1)
  }

  /** The worker holds nothing that is not in the database, so it is started again; without another part all stop. */
  async #onDeath(child: Child): Promise<void> {
    if (this.#stoppingSince !== null || (!this.isUp && child.name !== 'worker')) return
    console.error(`\n${deathNotice(child)}`)
    if (child.name === 'worker' && ++this.#workerDeaths <= WORKER_DEATHS_MAX) {
      this.#steps.say('Starting the worker again.')
      await new Promise(resolve => setTimeout(resolve, 1000 * this.#workerDeaths))
      if (this.#stoppingSince === null) await this.stack.startWorker()
      return
    }
    console.error(`Everything stops, because ${child.name} is gone. Start again with the same command.`)
    await this.stop(1)
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { dev: { type: 'boolean', default: false }, verbose: { type: 'boolean', default: false } },
  })
  const projectDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
  const settings = readSettings({
    projectDir,
    env: readEnvironment(projectDir),
    mode: values.dev ? 'development' : 'production',
    verbose: values.verbose,
  })
  const steps = terminalSteps(values.verbose)
  const { run, stopped } = await claimRun(settings.dataDir, settings.webUrl)
  if (stopped.length > 0) steps.say(`Stopped what the last run left behind: ${stopped.join(', ')}.`)
  const supervisor = new Supervisor(settings, run, steps)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => supervisor.onSignal())
  process.on('disconnect', () => supervisor.onSignal())
  try {
    await bringUp(settings, supervisor.stack, steps)
    supervisor.isUp = true
    printWelcome(settings, steps)
  } catch (error) {
    // What was cut short by Ctrl-C fails too, and that is no news.
    if (supervisor.isStopping) return
    console.error(error instanceof Refusal ? error.message : error)
    await supervisor.stop(1)
  }
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error)
  process.exit(1)
}
