import { existsSync, readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

/**
 * How many tests ended which way, and what failed with why, a line each. A check without tests of its own counts as one.
 * `unsteady` are those of `passed` that needed a second try.
 */
export type Tally = { passed: number; failed: number; failures: string[]; unsteady: string[] }

export function checkTally(name: string, succeeded: boolean): Tally {
  return succeeded
    ? { passed: 1, failed: 0, failures: [], unsteady: [] }
    : { passed: 0, failed: 1, failures: [`${name}: see above`], unsteady: [] }
}

export function sum(tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
    failures: tallies.flatMap(({ failures }) => failures),
    unsteady: tallies.flatMap(({ unsteady }) => unsteady),
  }
}

/** A runner that failed without a failed test (a file that does not load, no tests at all) is one failure. */
function withOutcome(tally: Tally, succeeded: boolean): Tally {
  if (succeeded || tally.failed > 0) return tally
  const { failures } = tally
  return {
    ...tally,
    failed: 1,
    failures: failures.length > 0 ? failures : ['a runner failed without a failed test: see above'],
  }
}

const REASON_CHARS_MAX = 400

/** What failed with the beginning of why, in one line without the colours of a terminal. */
function failure(what: string, why = ''): string {
  const plain = stripVTControlCharacters(why).replace(/\s+/g, ' ').trim()
  return plain ? `${what}: ${plain.slice(0, REASON_CHARS_MAX)}` : what
}

function readReport(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

type VitestReport = {
  numPassedTests?: number
  numFailedTests?: number
  numPendingTests?: number
  testResults?: {
    name: string
    status: string
    message?: string
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[]
  }[]
}

/** Reads the report of vitest's json reporter. A test that was skipped proves nothing and counts as failed. */
export function vitestTally(file: string, succeeded: boolean): Tally {
  const report = readReport(file) as VitestReport
  const failed = (report.numFailedTests ?? 0) + (report.numPendingTests ?? 0)
  const failures = (report.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const own = assertionResults.filter(one => one.status !== 'passed')
    if (own.length === 0) return status === 'failed' ? [failure(name, message)] : []
    return own.map(one => failure(`${name} › ${one.fullName}`, one.failureMessages?.[0]))
  })
  return withOutcome({ passed: report.numPassedTests ?? 0, failed, failures, unsteady: [] }, succeeded)
}

type PlaywrightSuite = {
  suites?: PlaywrightSuite[]
  specs?: {
    file: string
    title: string
    tests: { projectName: string; status: string; results: { error?: { message?: string } }[] }[]
  }[]
}

/** What Playwright's report says of the tests with such a status, with why. */
function playwrightTests({ suites = [], specs = [] }: PlaywrightSuite, status: RegExp): string[] {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(one => status.test(one.status))
      .map(({ projectName, results }) =>
        failure(`[${projectName}] ${file} › ${title}`, results.find(({ error }) => error)?.error?.message),
      ),
  )
  return [...own, ...suites.flatMap(suite => playwrightTests(suite, status))]
}

/**
 * Reads the report of Playwright's json reporter. Browsers have one second try (`playwright.config.ts`): who passes then has
 * passed, and is named as unsteady, so that somebody looks at it. A test that was skipped proves nothing and counts as failed.
 */
export function playwrightTally(file: string, succeeded: boolean): Tally {
  const report = readReport(file) as PlaywrightSuite & {
    stats?: { expected: number; unexpected: number; flaky: number; skipped: number }
  }
  const { stats } = report
  const passed = (stats?.expected ?? 0) + (stats?.flaky ?? 0)
  const failed = (stats?.unexpected ?? 0) + (stats?.skipped ?? 0)
  const failures = playwrightTests(report, /^(unexpected|skipped)$/)
  const unsteady = playwrightTests(report, /^flaky$/)
  return withOutcome({ passed, failed, failures, unsteady }, succeeded)
}
