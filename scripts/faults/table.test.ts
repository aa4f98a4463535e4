import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { keepResults, writeDocument } from './results.ts'
import { asMarkdown, readRows, verdictOf } from './table.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'holdfast-table-'))
afterAll(() => rmSync(folder, { recursive: true }))
const row = (operation: string, points: number, survived: number, part = 'kill') => ({
  part,
  faults: 'kills',
  operation,
  points,
  survived,
})

test('adds up what was written in parts, and never rounds a loss away', () => {
  const file = path.join(folder, 'rows')
  const written = [row('hold', 1000, 1000), row('hold', 1000, 999), row('refund', 5, 5)]
  writeFileSync(file, written.map(one => `${JSON.stringify(one)}\n`).join(''))
  const rows = readRows(file)
  expect(rows).toEqual([row('hold', 2000, 1999), row('refund', 5, 5)])
  expect(verdictOf(rows)).toBe('2004 of 2005 survived')
  const text = asMarkdown(rows)
  expect(text).toContain('| kills | 2005 | 2004 | 99.95 % |')
  expect(text).toContain('| hold | 2000 | 1999 | 99.95 % |')
  expect(text).toContain('| refund | 5 | 5 | 100 % |')
})

test('keeps what parts and operations showed earlier when only others are done again', () => {
  const results = path.join(folder, 'results')
  const document = path.join(folder, 'faults.md')
  const mark = '<!-- made by npm run faults: what is below this line is overwritten -->'
  writeFileSync(document, `# Faults\n\n${mark}\nwritten before\n`)
  const first = { date: '2026-01-01', seed: 1, form: 'full' } as const
  keepResults(results, [row('gone', 9, 9), row('race', 3, 3, 'races')], first)
  keepResults(results, [row('hold', 9, 8), row('refund', 5, 5)], first)
  keepResults(results, [row('hold', 9, 9)], { date: '2026-02-02', seed: 7, form: 'short' }, true)
  writeDocument(document, results)
  expect(readdirSync(results).sort()).toEqual(['kill.json', 'races.json'])
  const text = readFileSync(document, 'utf8')
  expect(text.startsWith('# Faults')).toBe(true)
  expect(text).not.toContain('written before')
  expect(text).toContain('**17 of 17 survived**')
  expect(text).toContain('| kill | 2026-01-01 | 1 | full | 5 of 5 survived |')
  expect(text).not.toContain('gone')
  expect(text).toContain('| kill | 2026-02-02 | 7 | short | 9 of 9 survived |')
  expect(text).toContain('| races | 2026-01-01 | 1 | full | 3 of 3 survived |')
})
