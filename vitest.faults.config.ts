import { defineConfig } from 'vitest/config'
import base from './vitest.config.ts'

/** The fault table: `npm run faults`. Apart from the other tests because it takes minutes. */
export default defineConfig({
  test: { ...base.test, include: ['{lib/testing,scripts}/faults/*.fault.ts'] },
})
