import path from 'node:path'
import type { ChildPlan } from '../processes/child.ts'
import type { Settings } from './settings.ts'

// How each of our own processes is started. In development Node and Next restart what changed.

const logFile = (settings: Settings, name: string) => path.join(settings.dataDir, 'logs', `${name}.log`)

function program(settings: Settings, name: string, args: string[], env: NodeJS.ProcessEnv): ChildPlan {
  return {
    name,
    command: process.execPath,
    args,
    cwd: settings.projectDir,
    env,
    logFile: logFile(settings, name),
  }
}

const watched = (settings: Settings) =>
  settings.mode === 'development' ? ['--watch', '--watch-preserve-output'] : []

/** The local Stripe, on the app's database and told where to send its events. */
export function emulatorProgram(settings: Settings, env: NodeJS.ProcessEnv, stripeUrl: string): ChildPlan {
  const { hostname, port } = new URL(stripeUrl)
  const endpoint = `${settings.webUrl}/api/webhooks/stripe=${env.STRIPE_WEBHOOK_SECRET}`
  // The app runs in production mode on a laptop too; that it is told to use the local Stripe was decided before.
  const place = ['--host', hostname, '--port', port || '80', '--allow-production']
  const args = ['emulator/main.ts', ...place]
  const database = ['--database-url', env.DATABASE_URL ?? '', '--schema', 'local_stripe']
  const webhooks = ['--webhook', endpoint, '--connect-webhook', endpoint]
  return program(settings, 'emulator', [...watched(settings), ...args, ...database, ...webhooks], env)
}

/** The web app. */
export function webProgram(settings: Settings, env: NodeJS.ProcessEnv): ChildPlan {
  const command = settings.mode === 'development' ? 'dev' : 'start'
  const next = path.join('node_modules', 'next', 'dist', 'bin', 'next')
  const host = settings.host ? ['-H', settings.host] : []
  return program(settings, 'web', [next, command, '-p', String(settings.port), ...host], env)
}

/** The job worker. */
export function workerProgram(settings: Settings, env: NodeJS.ProcessEnv): ChildPlan {
  return program(settings, 'worker', [...watched(settings), 'lib/jobs/worker.ts'], env)
}
