import { defineConfig } from 'vitest/config'
import base from './vitest.config.ts'

/** The fault table: `npm run faults`. Apart from the other tests because it takes minutes. */
export default defineConfig({
  test: {
    ...base.test,
    include: ['{lib/testing,scripts}/faults/*.fault.ts'],
    // One admin does thousands of recoveries in a day there; what needs a second one is an operation of its own.
    env: { ONE_ADMIN_MAX: 'usd:999999999' },
  },
})
