import { defineConfig } from '@playwright/test'
import type { Hand } from './e2e/support/test.ts'
import { installedChromium } from './scripts/testing/chromium.ts'

const specs = (...names: string[]) => names.map(name => `**/${name}.spec.ts`)

/** The account, the languages, what one is told, and how the app is moved in: tried in both themes, on a desk and on a phone. */
const IN_EVERY_LOOK = specs(
  ...['account', 'languages', 'leaving', 'live', 'notifications', 'palette', 'theme', 'undo'],
)

/** What people do of their work and money, and admins of theirs: with the pointer on a phone, and on a desk with the keyboard alone. */
const BY_HAND_AND_KEYS = [
  ...specs(
    'checkout',
    'paid-twice',
    'hold-end',
    'renewal',
    'milestones',
    'disagreements',
    'keyboard',
    'order-list',
    'receipts',
  ),
  ...specs('listings', 'offers', 'messages', 'payouts', 'money-pages', 'objections', 'documents', 'disputes'),
  ...specs('approval', 'cards', 'viewing', 'console', 'admin-lists', 'accounts', 'accountant', 'approvals'),
  ...specs('discrepancies', 'recovery-undo', 'webhooks', 'no-answer'),
  ...specs('companies', 'document-checks', 'onboarding-resume'),
]

// Tall enough for Stripe's form with its button: right after a scroll Chromium may hand a click to the frame of another
// origin that was under that place before.
const DESK = { width: 1280, height: 1100 }
const HAND = { width: 375, height: 1100 }

/** As people ask for whom movement makes unwell, and a tenth quicker; `desktop` and `desktop-dark` see what moves. */
const STILL = { contextOptions: { reducedMotion: 'reduce' as const } }

export default defineConfig<object, Hand>({
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
      executablePath: installedChromium(process.env),
      args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu'],
    },
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    // Recording slows every step down; `TRACE=1` asks for it.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'desktop', testIgnore: BY_HAND_AND_KEYS, use: { viewport: DESK, colorScheme: 'light' } },
    {
      name: 'desktop-keys',
      testMatch: BY_HAND_AND_KEYS,
      use: { viewport: DESK, colorScheme: 'light', hand: 'keyboard', ...STILL },
    },
    {
      name: 'phone',
      testMatch: [...IN_EVERY_LOOK, ...BY_HAND_AND_KEYS],
      grepInvert: /@keys/,
      use: { viewport: HAND, colorScheme: 'dark', ...STILL },
    },
    {
      name: 'desktop-dark',
      testMatch: IN_EVERY_LOOK,
      use: { viewport: DESK, colorScheme: 'dark', hand: 'keyboard' },
    },
    {
      name: 'phone-light',
      testMatch: IN_EVERY_LOOK,
      use: { viewport: HAND, colorScheme: 'light', ...STILL },
    },
  ],
})
