import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { FAULTS_SHORT_SCALE } from '../faults/table.ts'
import { Refusal } from '../refusal.ts'
import {
  buildApp,
  generateClient,
  isBuildCurrent,
  isClientCurrent,
  type Preparation,
} from '../stack/prepare.ts'
import { findChromium } from './chromium.ts'
import { binary, endWithUs, runAloud, stopAll } from './programs.ts'
import { staticChecks } from './static-checks.ts'
import { checkTally, playwrightTally, sum, type Tally, vitestTally } from './tally.ts'

// `npm test`: every check in order, all of them even after a failure, and one line at the end.

const projectDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const reports = mkdtempSync(path.join(tmpdir(), 'holdfast-reports-'))

/** Nothing of the caller's own set-up decides what is tested. */
const OWN_SETUP =
  /^(DATABASE_URL|PORT|NODE_ENV|STRIPE_|NEXT|COMMISSION_|AUTO_APPROVE_|FAULT|SEED|TRUSTED_PROXY|HOLDFAST_|LOG_LEVEL)/

function testEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !OWN_SETUP.test(name))
  return { ...Object.fromEntries(kept), NEXT_TELEMETRY_DISABLED: '1' } as unknown as NodeJS.ProcessEnv
}

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** Runs one check on a line of its own; what it complains of follows the line. */
async function check(name: string, work: () => Promise<string | null>): Promise<Tally> {
  const begun = Date.now()
  process.stdout.write(`${name} … `)
  try {
    const complaint = await work()
    console.log(complaint === null ? seconds(begun) : `FAILED after ${seconds(begun)}\n${complaint}`)
    return checkTally(name, complaint === null)
  } catch (error) {
    console.log(`FAILED after ${seconds(begun)}`)
    console.error(error instanceof Refusal ? error.message : error)
    return checkTally(name, false)
  }
}

async function runVitest(env: NodeJS.ProcessEnv): Promise<Tally> {
  console.log('Unit and integration tests …')
  const report = path.join(reports, 'vitest.json')
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const program = { args: [binary('vitest', 'vitest.mjs'), ...args], cwd: projectDir, env }
  const { succeeded } = await runAloud(program)
  return vitestTally(report, succeeded)
}

/** The short form of `npm run faults`. */
async function runFaults(env: NodeJS.ProcessEnv): Promise<Tally> {
  console.log('Faults at every place …')
  const report = path.join(reports, 'faults.json')
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const args = [binary('vitest', 'vitest.mjs'), 'run', '--config', 'vitest.faults.config.ts', ...reporters]
  const { succeeded } = await runAloud({
    args,
    cwd: projectDir,
    env: { ...env, FAULTS_SCALE: FAULTS_SHORT_SCALE },
  })
  return vitestTally(report, succeeded)
}

async function runPlaywright(env: NodeJS.ProcessEnv): Promise<Tally> {
  console.log('Browser tests …')
  const report = path.join(reports, 'playwright.json')
  const args = [binary('@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json']
  const program = { args, cwd: projectDir, env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } }
  const { succeeded } = await runAloud(program)
  return playwrightTally(report, succeeded)
}

async function everything(): Promise<Tally> {
  const env = testEnvironment()
  const logsDir = path.join(projectDir, '.data', 'logs')
  const plan: Preparation = { projectDir, logsDir, env, verbose: false, track: endWithUs }
  const silently = async (work: Promise<void>) => work.then(() => null)
  const tallies: Tally[] = []
  if (!isClientCurrent(projectDir)) {
    tallies.push(await check('Generating the database client', () => silently(generateClient(plan))))
  }
  for (const { name, run } of staticChecks(projectDir, env)) {
    tallies.push(
      await check(name, async () => {
        const { succeeded, output } = await run()
        return succeeded ? null : output
      }),
    )
  }
  tallies.push(
    await check('Finding Chromium', async () => {
      env.CHROMIUM_PATH = findChromium(projectDir, env)
      return null
    }),
  )
  tallies.push(await runVitest(env), await runFaults(env))
  if (!isBuildCurrent(projectDir)) {
    tallies.push(await check('Building the app', () => silently(buildApp(plan))))
  }
  tallies.push(await runPlaywright(env))
  return sum(tallies)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopAll)
process.on('disconnect', stopAll)
const { passed, failed, failures, unsteady } = await everything()
rmSync(reports, { recursive: true, force: true })
function list(heading: string, lines: string[]): void {
  if (lines.length > 0) console.log(`\n${heading}:\n${lines.map(one => `  ${one}`).join('\n')}`)
}
list('What passed only at the second try', unsteady)
list('What failed', failures)
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
