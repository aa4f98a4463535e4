import path from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  buildApp,
  generateClient,
  isBuildCurrent,
  isClientCurrent,
  type Preparation,
} from '../stack/prepare.ts'
import { findChromium } from '../testing/chromium.ts'
import { binary, endWithUs, runAloud, stopAll } from '../testing/programs.ts'

// `npm run screenshots`: every page in each of its states, light and dark, on a phone and on a desktop, into docs/screenshots/pages, and those
// that the README shows beside that folder. `npm run screenshots -- -g /balance` takes those of some pages.

const projectDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const env = { ...process.env }
const logsDir = path.join(projectDir, '.data', 'logs')
const plan: Preparation = { projectDir, logsDir, env, verbose: false, track: endWithUs }

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopAll)
if (!isClientCurrent(projectDir)) await generateClient(plan)
if (!isBuildCurrent(projectDir)) await buildApp(plan)
env.CHROMIUM_PATH = findChromium(projectDir, env)
const cli = binary('@playwright', 'test', 'cli.js')
const args = [cli, 'test', '--config', 'playwright.screenshots.config.ts', ...process.argv.slice(2)]
const { succeeded } = await runAloud({ args, cwd: projectDir, env })
process.exit(succeeded ? 0 : 1)
