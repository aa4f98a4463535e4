import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { playwrightTally, sum, vitestTally } from './tally.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'holdfast-tally-'))
afterAll(() => rmSync(folder, { recursive: true }))

function report(content: unknown): string {
  const file = path.join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

test('counts passed and failed tests, and skipped ones as failed', () => {
  const vitest = report({ numPassedTests: 7, numFailedTests: 1, numPendingTests: 2 })
  expect(vitestTally(vitest, false)).toEqual({ passed: 7, failed: 3 })
  const playwright = report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 1 } })
  expect(playwrightTally(playwright, false)).toEqual({ passed: 5, failed: 3 })
})

test('a runner that fails without a failed test, or without a report, is one failure', () => {
  expect(vitestTally(report({ numPassedTests: 7 }), false)).toEqual({ passed: 7, failed: 1 })
  expect(vitestTally(path.join(folder, 'none.json'), false)).toEqual({ passed: 0, failed: 1 })
  expect(playwrightTally(path.join(folder, 'none.json'), false)).toEqual({ passed: 0, failed: 1 })
})

test('a clean run has no failures', () => {
  expect(vitestTally(report({ numPassedTests: 7, numFailedTests: 0 }), true)).toEqual({
    passed: 7,
    failed: 0,
  })
  expect(
    sum([
      { passed: 7, failed: 0 },
      { passed: 1, failed: 2 },
    ]),
  ).toEqual({ passed: 8, failed: 2 })
})
