import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from '@playwright/test'

const ARGS = ['--no-sandbox', '--disable-background-networking', '--disable-gpu']

const DEBIANS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']

/** The machine's Chromium, or Playwright's own. A test without one fails: it is not skipped. */
export function launchChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? DEBIANS.find(file => existsSync(file))
  return chromium.launch({ executablePath, args: ARGS })
}

/** Rules that axe finds broken in the page and in all its frames, each with the first place. */
export async function axeViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
}
