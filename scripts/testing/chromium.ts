import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { Refusal } from '../refusal.ts'

/** The shell without windows first: the same engine, and a test takes three quarters of the time in it. */
const INSTALLED = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** A Chromium of this machine: the one that `CHROMIUM_PATH` names, an installed one, or Playwright's own. */
export function installedChromium(env: NodeJS.ProcessEnv): string | undefined {
  const candidates = [env.CHROMIUM_PATH ?? '', ...INSTALLED, chromium.executablePath()]
  return candidates.find(file => file !== '' && existsSync(file))
}

/** Playwright's own build; a download that is not possible on every network. */
function installPlaywrights(projectDir: string): void {
  const cli = path.join(projectDir, 'node_modules', '@playwright', 'test', 'cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 })
}

/** Debian's package, which root may install: the shell, or where there is none yet the whole. */
function installDebians(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) => spawnSync('apt-get', args, { stdio: 'ignore', env, timeout: 900_000 })
  apt('update')
  const packages = ['chromium-headless-shell', 'chromium']
  packages.find(name => apt('install', '-y', '--no-install-recommends', name).status === 0)
}

const canUseApt = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/**
 * A Chromium that starts: an installed one, else Playwright's own, else Debian's package. Throws Refusal when none of
 * them can be had.
 */
export function findChromium(projectDir: string, env: NodeJS.ProcessEnv): string {
  if (!installedChromium(env)) installPlaywrights(projectDir)
  if (!installedChromium(env) && canUseApt()) installDebians()
  const found = installedChromium(env)
  if (!found) {
    throw new Refusal(
      'The browser tests need Chromium: install it, or set CHROMIUM_PATH to one, and run again.',
    )
  }
  try {
    execFileSync(found, ['--version'], { stdio: 'ignore', timeout: 60_000 })
  } catch {
    throw new Refusal(`${found} does not start: set CHROMIUM_PATH to a Chromium that does, and run again.`)
  }
  return found
}
