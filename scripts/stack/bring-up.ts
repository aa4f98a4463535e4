import path from 'node:path'
import { portHolder } from '../processes/port-holder.ts'
import { isPortFree } from '../processes/ports.ts'
import { Refusal } from '../refusal.ts'
import { checkExternalDatabase } from './database.ts'
import {
  buildApp,
  generateClient,
  isBuildCurrent,
  isClientCurrent,
  type Preparation,
  runTask,
} from './prepare.ts'
import { forgetHalfSeed, isHalfSeeded, seedOnce, wantsSeed } from './seed.ts'
import type { Settings } from './settings.ts'
import type { Stack } from './stack.ts'
import type { Steps } from './steps.ts'

async function demandPort(port: number, what: string, remedy: string): Promise<void> {
  if (await isPortFree(port)) return
  const holder = portHolder(port) ?? 'another program'
  throw new Refusal(
    `Port ${port}, wanted for ${what}, is taken by ${holder}: stop that, or run \`${remedy}\`.`,
  )
}

/** Makes sure that the two ports which people and browsers know are free. Throws Refusal. */
async function demandPorts(settings: Settings): Promise<void> {
  const command = settings.mode === 'development' ? 'npm run dev' : 'npm start'
  await demandPort(settings.port, 'the web app', `PORT=${settings.port + 1} ${command}`)
  if (settings.localStripeUrl === null) return
  const url = new URL(settings.localStripeUrl)
  const port = Number(url.port || 80)
  const next = `${url.protocol}//${url.hostname}:${port + 1}`
  await demandPort(port, 'the local Stripe', `STRIPE_LOCAL_URL=${next} ${command}`)
}

function preparation(settings: Settings, stack: Stack): Preparation {
  const { projectDir, dataDir, env, verbose } = settings
  return { projectDir, logsDir: path.join(dataDir, 'logs'), env, verbose, track: stack.track }
}

/** Generates and builds what is out of date. */
async function prepareSources(settings: Settings, stack: Stack, steps: Steps): Promise<void> {
  const plan = preparation(settings, stack)
  if (!isClientCurrent(settings.projectDir)) {
    await steps.run('Generating the database client', () => generateClient(plan))
  }
  if (settings.mode === 'production' && !isBuildCurrent(settings.projectDir)) {
    await steps.run('Building the app', () => buildApp(plan))
  }
}

async function runScript(settings: Settings, stack: Stack, name: string, script: string): Promise<void> {
  const { projectDir, logsDir, verbose, track } = preparation(settings, stack)
  const logFile = path.join(logsDir, `${path.basename(path.dirname(script))}.log`)
  await runTask({ name, args: [script], cwd: projectDir, env: stack.env, logFile, verbose, track })
}

async function startDatabase(settings: Settings, stack: Stack, steps: Steps): Promise<void> {
  const external = settings.externalDatabaseUrl
  const isHalf = isHalfSeeded(settings)
  if (external !== null) return steps.run('Reaching the database', () => checkExternalDatabase(external))
  await steps.run('Starting PostgreSQL', () => stack.startPostgres({ anew: isHalf }))
  if (isHalf) forgetHalfSeed(settings)
}

/** Brings the whole of Holdfast up, a line for each step. Throws Refusal with the sentence to show. */
export async function bringUp(settings: Settings, stack: Stack, steps: Steps): Promise<void> {
  await demandPorts(settings)
  await startDatabase(settings, stack, steps)
  await prepareSources(settings, stack, steps)
  await steps.run('Bringing the database up to date', () =>
    runScript(
      settings,
      stack,
      'Bringing the database up to date',
      path.join('scripts', 'migrations', 'main.ts'),
    ),
  )
  if (settings.localStripeUrl) await steps.run('Starting the local Stripe', () => stack.startEmulator())
  await steps.run('Checking whose Stripe this is', () =>
    runScript(settings, stack, 'Checking whose Stripe this is', path.join('scripts', 'confirm-platform.ts')),
  )
  if (await wantsSeed(settings, stack.databaseUrl)) {
    await steps.run('Filling in the demo data', () =>
      seedOnce(settings, script => runScript(settings, stack, 'Filling in the demo data', script)),
    )
  }
  await steps.run('Starting the web app and the worker', () =>
    Promise.all([stack.startWeb(), stack.startWorker()]),
  )
}
