import { defineConfig } from '@playwright/test'
import tests from './playwright.config.ts'

/** For `npm run screenshots`: the same browser and the same world as the tests have. */
export default defineConfig({
  ...tests,
  testMatch: '**/screenshots.shots.ts',
  projects: [{ name: 'screenshots' }],
  outputDir: 'test-results/screenshots',
})
