import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureDatabase } from '../scripts/postgres/databases.ts'
import { startPostgres } from '../scripts/postgres/server.ts'
import { freePort } from '../scripts/processes/ports.ts'
import { buildApp, isBuildCurrent } from '../scripts/stack/prepare.ts'
import { type Program, startProgram, startServer } from './programs.ts'

const projectDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** PostgreSQL, a local Stripe and the environment of our own processes; everything that runs in it ends with `stop`. */
export interface World {
  databaseUrl: string
  stripeUrl: string
  env: NodeJS.ProcessEnv
  /** What PostgreSQL writes to its log. */
  postgresLog: string
  /** Another empty database of the same server. */
  anotherDatabase(name: string): Promise<string>
  /** Starts a program that prints `ready URL` in this environment. */
  run(args: string[], env?: Record<string, string>): Promise<Program>
  /** What was made besides ends with this world, too. */
  endsWith(other: { stop(): Promise<unknown> }): void
  /** Starts the app in its production build, made first if it is out of date. */
  startWeb(): Promise<Program>
  stop(): Promise<void>
}

function environment(databaseUrl: string, stripeUrl: string, webPort: number): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: databaseUrl,
    STRIPE_SECRET_KEY: 'sk_test_local',
    NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: 'pk_test_local',
    STRIPE_WEBHOOK_SECRET: 'whsec_local',
    STRIPE_LOCAL_URL: stripeUrl,
    NEXTAUTH_URL: `http://localhost:${webPort}`,
    NEXTAUTH_SECRET: 'a secret that only the measurements of this project use',
    PORT: String(webPort),
    LOG_LEVEL: 'warn',
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  }
}

/** Starts a world of its own: a real PostgreSQL with all its safety on, and a local Stripe in memory. */
export async function startWorld(): Promise<World> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'holdfast-bench-'))
  chmodSync(dataDir, 0o755)
  const postgresLog = path.join(dataDir, 'postgresql.log')
  const postgres = await startPostgres({ projectDir, dataDir, logFile: postgresLog, port: undefined })
  const anotherDatabase = async (name: string) => {
    await ensureDatabase(postgres.url('postgres'), name)
    return postgres.url(name)
  }
  const ends: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const end of ends.reverse()) await end()
    await postgres.child.stop(20)
    rmSync(dataDir, { recursive: true, force: true })
  }
  process.once('uncaughtException', error => {
    console.error(error)
    void stop().then(() => process.exit(1))
  })
  const databaseUrl = await anotherDatabase('holdfast')
  const stripe = await startProgram(['emulator/main.ts', '--port', '0', '--memory', '--allow-production'])
  ends.push(() => stripe.stop())
  const port = await freePort()
  const env = environment(databaseUrl, stripe.url, port)
  execFileSync(process.execPath, ['scripts/migrations/main.ts'], { env, stdio: 'pipe' })
  return {
    databaseUrl,
    stripeUrl: stripe.url,
    env,
    postgresLog,
    anotherDatabase,
    async run(args, more = {}) {
      const program = await startProgram(args, { ...env, ...more })
      ends.push(() => program.stop())
      return program
    },
    endsWith(other) {
      ends.push(() => other.stop())
    },
    async startWeb() {
      const web = await startWeb(dataDir, `http://localhost:${port}`, env)
      ends.push(() => web.stop())
      return web
    },
    stop,
  }
}

async function startWeb(dataDir: string, url: string, env: NodeJS.ProcessEnv): Promise<Program> {
  if (!isBuildCurrent(projectDir)) {
    await buildApp({ projectDir, logsDir: dataDir, env, verbose: false, track: () => undefined })
  }
  const args = ['node_modules/next/dist/bin/next', 'start', '-H', 'localhost', '-p', env.PORT ?? '']
  return { ...(await startServer(args, `${url}/api/health`, env)), url }
}
