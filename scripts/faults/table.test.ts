import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { asMarkdown, readRows, verdictOf } from './table.ts'

test('adds up what was written in parts, and never rounds a loss away', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'holdfast-table-'))
  const file = path.join(folder, 'rows')
  const row = (operation: string, points: number, survived: number) =>
    JSON.stringify({ faults: 'kills', operation, points, survived })
  writeFileSync(
    file,
    `${[row('hold', 1000, 1000), row('hold', 1000, 999), row('refund', 5, 5)].join('\n')}\n`,
  )
  const rows = readRows(file)
  rmSync(folder, { recursive: true })
  expect(rows).toEqual([
    { faults: 'kills', operation: 'hold', points: 2000, survived: 1999 },
    { faults: 'kills', operation: 'refund', points: 5, survived: 5 },
  ])
  expect(verdictOf(rows)).toBe('2004 of 2005 survived')
  const text = asMarkdown(rows)
  expect(text).toContain('| kills | 2005 | 2004 | 99.95 % |')
  expect(text).toContain('| hold | 2000 | 1999 | 99.95 % |')
  expect(text).toContain('| refund | 5 | 5 | 100 % |')
})
