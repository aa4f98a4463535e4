import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

/** `npm test` says which one it has found; without it, where Linux has one, else Playwright's own. */
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const chromium = process.env.CHROMIUM_PATH ?? installed.find(file => existsSync(file))

/** What people do of their work and money is done once more on a phone. */
const ON_A_PHONE = [
  ...['checkout', 'hold-end', 'renewal', 'milestones', 'disagreements', 'keyboard', 'order-list', 'receipts'],
  ...[
    'listings',
    'offers',
    'messages',
    'payouts',
    'money-pages',
    'objections',
    'documents',
    'disputes',
    'account',
    'leaving',
    'approval',
    'cards',
    'live',
    'notifications',
    'palette',
    'viewing',
  ],
].map(name => `**/${name}.spec.ts`)

export default defineConfig({
  testDir: 'e2e',
  // Each has a stack of its own, and waits for Stripe's clock and the job worker as often as it works.
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  // In a fresh stack. `npm test` names whatever needed it, so that a race in the app is not lost behind it.
  retries: 1,
  outputDir: 'test-results/browser',
  reporter: 'list',
  use: {
    launchOptions: {
      executablePath: chromium,
      args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu'],
    },
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    // Recording slows every step down; `TRACE=1` asks for it.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
  // Tall enough for Stripe's form with its button: right after a scroll Chromium may hand a click to the frame of another
  // origin that was under that place before.
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 1100 } } },
    { name: 'phone', testMatch: ON_A_PHONE, use: { viewport: { width: 375, height: 1100 } } },
  ],
})
