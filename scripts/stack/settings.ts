import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv as parseEnvFile } from 'node:util'
import { EnvError, parseEnv } from '#lib/env.ts'
import { Refusal } from '../refusal.ts'

export type Settings = {
  projectDir: string
  /** Everything that is kept between runs and is not the project: database, secret, logs. */
  dataDir: string
  mode: 'production' | 'development'
  verbose: boolean
  port: number
  /** How this machine reaches the web app. */
  webUrl: string
  /** The network name to listen on; undefined means all. */
  host: string | undefined
  /** A database server that is not ours to start. */
  externalDatabaseUrl: string | null
  /** Base address of the local Stripe, or null when real keys are set. */
  localStripeUrl: string | null
  /** Port for the embedded PostgreSQL, used when free. */
  postgresPort: number | undefined
  env: NodeJS.ProcessEnv
}

export type SettingsSource = {
  projectDir: string
  env: NodeJS.ProcessEnv
  mode: Settings['mode']
  verbose: boolean
}

const LOCAL_KEYS = {
  STRIPE_SECRET_KEY: 'sk_test_local',
  NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: 'pk_test_local',
  STRIPE_WEBHOOK_SECRET: 'whsec_local',
}

const withoutEmpty = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))

/** The process environment over the project's `.env` file; an empty value counts as not set. */
export function readEnvironment(projectDir: string): NodeJS.ProcessEnv {
  const file = path.join(projectDir, '.env')
  const fromFile = existsSync(file) ? parseEnvFile(readFileSync(file, 'utf8')) : {}
  return { ...fromFile, ...withoutEmpty(process.env) } as NodeJS.ProcessEnv
}

function portFrom(text: string | undefined, fallback: number, name: string): number {
  const port = text === undefined ? fallback : Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Refusal(`${name} must be a port number between 1 and 65535, not "${text}".`)
}

function sessionSecret(dataDir: string): string {
  const file = path.join(dataDir, 'nextauth-secret')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  const secret = randomBytes(32).toString('base64url')
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(file, `${secret}\n`, { mode: 0o600 })
  return secret
}

function isLoopback(address: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname)
}

/** Works out what to start and with which environment. Throws Refusal with the sentence to show. */
export function readSettings(source: SettingsSource): Settings {
  const given = withoutEmpty(source.env)
  const dataDir = path.resolve(source.projectDir, given.HOLDFAST_DATA_DIR ?? '.data')
  const port = portFrom(given.PORT, 3000, 'PORT')
  const isLocalStripe = given.STRIPE_SECRET_KEY === undefined
  const localStripeUrl = isLocalStripe ? (given.STRIPE_LOCAL_URL ?? 'http://127.0.0.1:12111') : null
  const webUrl = `http://localhost:${port}`
  const env: NodeJS.ProcessEnv = {
    NEXTAUTH_URL: webUrl,
    NEXTAUTH_SECRET: given.NEXTAUTH_SECRET ?? sessionSecret(dataDir),
    ...given,
    ...(localStripeUrl ? { ...LOCAL_KEYS, STRIPE_LOCAL_URL: localStripeUrl } : {}),
    PORT: String(port),
    NODE_ENV: source.mode,
    NEXT_TELEMETRY_DISABLED: '1',
  }
  validate(env)
  return {
    ...source,
    env,
    dataDir,
    port,
    webUrl,
    // Demo accounts have published passwords: only an address of its own opens the app to the network.
    host: isLoopback(env.NEXTAUTH_URL ?? webUrl) ? 'localhost' : undefined,
    externalDatabaseUrl: given.DATABASE_URL ?? null,
    localStripeUrl,
    postgresPort: portFrom(given.HOLDFAST_POSTGRES_PORT, 54320, 'HOLDFAST_POSTGRES_PORT'),
  }
}

function validate(env: NodeJS.ProcessEnv): void {
  try {
    parseEnv({ DATABASE_URL: 'postgresql://embedded', ...env })
  } catch (error) {
    if (error instanceof EnvError) throw new Refusal(error.message)
    throw error
  }
}
