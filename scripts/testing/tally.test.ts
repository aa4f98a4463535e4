import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { checkTally, playwrightTally, sum, vitestTally } from './tally.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'holdfast-tally-'))
afterAll(() => rmSync(folder, { recursive: true }))

function report(content: unknown): string {
  const file = path.join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

test('counts passed and failed tests, and skipped ones as failed, and says which with why and which needed a second try', () => {
  const vitest = report({
    numPassedTests: 7,
    numFailedTests: 1,
    numPendingTests: 1,
    testResults: [
      {
        name: 'lib/a.test.ts',
        status: 'failed',
        assertionResults: [
          { fullName: 'adds up', status: 'failed', failureMessages: ['\u001b[31mexpected 1\n  to be 2'] },
          { fullName: 'is told', status: 'passed', failureMessages: [] },
          { fullName: 'is left out', status: 'skipped', failureMessages: [] },
        ],
      },
      { name: 'lib/b.test.ts', status: 'failed', message: 'it does not load', assertionResults: [] },
    ],
  })
  expect(vitestTally(vitest, false)).toEqual({
    ...{ passed: 7, failed: 2 },
    failures: [
      'lib/a.test.ts › adds up: expected 1 to be 2',
      'lib/a.test.ts › is left out',
      'lib/b.test.ts: it does not load',
    ],
    unsteady: [],
  })
  const run = (status: string, message?: string) => ({
    projectName: 'phone',
    status,
    results: [message ? { error: { message } } : {}],
  })
  const tests = [run('unexpected', 'no button'), run('expected'), run('flaky', 'too slow'), run('skipped')]
  const specs = [{ file: 'e2e/a.spec.ts', title: 'pays', tests }]
  const playwright = report({
    stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 1 },
    suites: [{ suites: [{ specs }] }],
  })
  expect(playwrightTally(playwright, false)).toEqual({
    ...{ passed: 6, failed: 2 },
    failures: ['[phone] e2e/a.spec.ts › pays: no button', '[phone] e2e/a.spec.ts › pays'],
    unsteady: ['[phone] e2e/a.spec.ts › pays: too slow'],
  })
})

test('a runner that fails without a failed test, or without a report, is one failure', () => {
  const failures = ['a runner failed without a failed test: see above']
  const one = { passed: 0, failed: 1, failures, unsteady: [] }
  expect(vitestTally(report({ numPassedTests: 7 }), false)).toEqual({ ...one, passed: 7 })
  const none = path.join(folder, 'none.json')
  expect(vitestTally(none, false)).toEqual(one)
  expect(playwrightTally(none, false)).toEqual(one)
})

test('a clean run has no failures', () => {
  const clean = { passed: 7, failed: 0, failures: [], unsteady: [] }
  expect(vitestTally(report({ numPassedTests: 7, numFailedTests: 0 }), true)).toEqual(clean)
  expect(sum([clean, checkTally('Types', true), checkTally('File sizes', false)])).toEqual({
    ...{ passed: 8, failed: 1 },
    failures: ['File sizes: see above'],
    unsteady: [],
  })
})
