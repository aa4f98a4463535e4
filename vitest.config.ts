import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{app,components,lib,emulator,scripts,prisma}/**/*.test.{ts,tsx}'],
    globalSetup: ['scripts/testing/vitest-server.ts'],
    setupFiles: ['lib/testing/database.ts'],
    // Pages and commands talk to a real database and a real HTTP server: slow on a busy machine is not broken.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // They wait for PostgreSQL, browsers and the local Stripe's clock as often as they work.
    maxWorkers: 3,
    expect: { poll: { timeout: 20_000 } },
    restoreMocks: true,
    // What was found instead is said whole: the last lines of a run must do for finding out why.
    chaiConfig: { truncateThreshold: 0 },
  },
})
