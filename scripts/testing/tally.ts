import { existsSync, readFileSync } from 'node:fs'

/** How many tests ended which way. A check without tests of its own counts as one. */
export type Tally = { passed: number; failed: number }

export const PASSED: Tally = { passed: 1, failed: 0 }
export const FAILED: Tally = { passed: 0, failed: 1 }

export function sum(tallies: Tally[]): Tally {
  return tallies.reduce(
    (total, { passed, failed }) => ({ passed: total.passed + passed, failed: total.failed + failed }),
    { passed: 0, failed: 0 },
  )
}

/** A runner that failed without a failed test (a file that does not load, no tests at all) is one failure. */
function withOutcome(tally: Tally, succeeded: boolean): Tally {
  return succeeded || tally.failed > 0 ? tally : { ...tally, failed: 1 }
}

function readReport(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

/** Reads the report of vitest's json reporter. A test that was skipped proves nothing and counts as failed. */
export function vitestTally(file: string, succeeded: boolean): Tally {
  const report = readReport(file) as {
    numPassedTests?: number
    numFailedTests?: number
    numPendingTests?: number
  }
  const failed = (report.numFailedTests ?? 0) + (report.numPendingTests ?? 0)
  return withOutcome({ passed: report.numPassedTests ?? 0, failed }, succeeded)
}

/** Reads the report of Playwright's json reporter. A test that passes only sometimes counts as failed. */
export function playwrightTally(file: string, succeeded: boolean): Tally {
  const { stats } = readReport(file) as {
    stats?: { expected: number; unexpected: number; flaky: number; skipped: number }
  }
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) + (stats?.skipped ?? 0)
  return withOutcome({ passed: stats?.expected ?? 0, failed }, succeeded)
}
