import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../processes/ports.ts'
import { residentMegabytes } from './memory.ts'

// `npm run measure`: how long the first and a later start take, and what everything together keeps in memory. The
// first start is measured from a finished `npm ci`: no generated client, no build, no data.

const FIRST_START_SECONDS_MAX = 90
const LATER_START_SECONDS_MAX = 15
const MEGABYTES_MAX = 800
const IDLE_SECONDS = 20

const projectDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const dataDir = mkdtempSync(path.join(tmpdir(), 'holdfast-measure-'))
chmodSync(dataDir, 0o755)

type RunFile = { children: { name: string; pid: number }[] }

const environment = {
  ...process.env,
  HOLDFAST_DATA_DIR: dataDir,
  PORT: String(await freePort()),
  STRIPE_LOCAL_URL: `http://127.0.0.1:${await freePort()}`,
}

/** Starts Holdfast, waits until it says that it is ready, lets `whileUp` look at it, and stops it. */
async function start(whileUp: () => Promise<void>): Promise<number> {
  const begun = Date.now()
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: projectDir,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  const seconds = await new Promise<number>((resolve, reject) => {
    let output = ''
    child.stdout.on('data', chunk => {
      output += chunk
      if (output.includes('is ready at')) resolve((Date.now() - begun) / 1000)
    })
    child.once('close', () => reject(new Error(`Holdfast did not start:\n${output}`)))
  })
  await whileUp()
  child.kill('SIGTERM')
  await ended
  return seconds
}

async function memoryWhenIdle(): Promise<number> {
  await new Promise(resolve => setTimeout(resolve, IDLE_SECONDS * 1000))
  const { children } = JSON.parse(readFileSync(path.join(dataDir, 'run.json'), 'utf8')) as RunFile
  let total = 0
  for (const { name, pid } of children) {
    const megabytes = residentMegabytes(pid)
    total += megabytes
    console.log(`  ${name.padEnd(12)}${megabytes.toFixed(0).padStart(5)} MB`)
  }
  return total
}

function report(what: string, value: number, unit: string, max: number): boolean {
  const isWithin = value <= max
  console.log(`${what}: ${value.toFixed(1)} ${unit} (${isWithin ? 'within' : 'OVER'} ${max} ${unit})`)
  return isWithin
}

for (const folder of ['.next', 'prisma/generated'])
  rmSync(path.join(projectDir, folder), { recursive: true, force: true })
try {
  const first = await start(async () => undefined)
  let megabytes = 0
  const later = await start(async () => {
    console.log(`Memory after ${IDLE_SECONDS} s idle:`)
    megabytes = await memoryWhenIdle()
  })
  const verdicts = [
    report('First start', first, 's', FIRST_START_SECONDS_MAX),
    report('Later start', later, 's', LATER_START_SECONDS_MAX),
    report('Web, worker, local Stripe and PostgreSQL', megabytes, 'MB', MEGABYTES_MAX),
  ]
  process.exitCode = verdicts.every(Boolean) ? 0 : 1
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}
