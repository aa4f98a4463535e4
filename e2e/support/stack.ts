import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { migrateDatabase } from '../../scripts/migrations/migrate.ts'
import { freePort } from '../../scripts/processes/ports.ts'
import { readSettings, type Settings } from '../../scripts/stack/settings.ts'
import { Stack } from '../../scripts/stack/stack.ts'

/** A whole Holdfast of its own: PostgreSQL, local Stripe, worker and the production build. */
export type RunningStack = {
  webUrl: string
  stripeUrl: string
  /** Where the web app writes what goes wrong. */
  webLog: string
  /** Ends every process at once, as a power cut would. */
  kill(): Promise<void>
  /** Asks the web app to stop, as an update does, and starts it again. Returns how it ended. */
  renewWeb(): Promise<string>
  /** Starts all of them again on what they left behind. */
  startAgain(): Promise<void>
  stop(): Promise<void>
}

const PROJECT = path.resolve(import.meta.dirname, '../..')
const LOGS = path.join(PROJECT, 'test-results', 'logs')

/** Nothing of the caller's own environment decides what is tested. */
async function settingsFor(dataDir: string): Promise<Settings> {
  const { PATH, HOME, TMPDIR } = process.env
  const env: NodeJS.ProcessEnv = {
    ...{ PATH, HOME, TMPDIR, NODE_ENV: 'production' },
    HOLDFAST_DATA_DIR: dataDir,
    HOLDFAST_POSTGRES_PORT: String(await freePort()),
    PORT: String(await freePort()),
    STRIPE_LOCAL_URL: `http://127.0.0.1:${await freePort()}`,
    LOG_LEVEL: 'warn',
    // Stripe's checks of a person, in seconds of its clock.
    EMULATOR_VERIFY_SECONDS: '1',
  }
  return readSettings({ projectDir: PROJECT, env, mode: 'production', verbose: false })
}

/** The commands that arrange people and orders run in this process: on the same database and the same local Stripe. */
function adopt(env: NodeJS.ProcessEnv): void {
  const names = ['DATABASE_URL', 'NEXTAUTH_URL', 'NEXTAUTH_SECRET', 'LOG_LEVEL'].concat(
    Object.keys(env).filter(name => name.includes('STRIPE')),
  )
  for (const name of names) process.env[name] = env[name]
}

/** Starts a stack with an empty, migrated database. Needs the production build to be there. */
export async function startStack(): Promise<RunningStack> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'holdfast-e2e-'))
  // The system account that PostgreSQL runs as must reach its files.
  chmodSync(dataDir, 0o755)
  const settings = await settingsFor(dataDir)
  const stack = new Stack(
    settings,
    () => undefined,
    child => console.error(`${child.name} ${child.ended?.description}: see ${LOGS}`),
  )
  const end = async () => {
    await stack.stop()
    cpSync(path.join(dataDir, 'logs'), path.join(LOGS, path.basename(dataDir)), { recursive: true })
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await stack.startPostgres()
    await migrateDatabase(PROJECT, stack.databaseUrl)
    await stack.startEmulator()
    await Promise.all([stack.startWeb(), stack.startWorker()])
  } catch (error) {
    await end()
    throw error
  }
  adopt(stack.env)
  return {
    webUrl: settings.webUrl,
    stripeUrl: settings.localStripeUrl ?? '',
    webLog: path.join(dataDir, 'logs', 'web.log'),
    kill: () => stack.kill(),
    renewWeb: async () => {
      const ended = await stack.stopWeb()
      await stack.startWeb()
      return ended?.description ?? 'was not there'
    },
    startAgain: () => stack.startAgain(),
    stop: end,
  }
}
