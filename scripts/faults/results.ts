import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { asMarkdown, type Row, verdictOf } from './table.ts'

/** When and how a row was shown: the day, such as `2026-11-28`, the seed, and in which form. */
export type Showing = { date: string; seed: number; form: 'full' | 'short' }
type Kept = Row & Showing

const MARK = '<!-- made by npm run faults: what is below this line is overwritten -->'

const read = (file: string): Kept[] => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [])

/**
 * Keeps the rows of each part in a file of its own below `folder`. A part that was done whole takes the place of what was kept of it; with
 * `someOperations` only the rows that were done do.
 */
export function keepResults(folder: string, rows: Row[], showing: Showing, someOperations = false): void {
  mkdirSync(folder, { recursive: true })
  for (const part of new Set(rows.map(row => row.part))) {
    const file = path.join(folder, `${part}.json`)
    const done = rows.filter(row => row.part === part).map(row => ({ ...row, ...showing }))
    const isDone = (one: Row) =>
      done.some(row => row.faults === one.faults && row.operation === one.operation)
    const stays = someOperations ? read(file).filter(one => !isDone(one)) : []
    writeFileSync(file, `${JSON.stringify([...stays, ...done], null, 2)}\n`)
  }
}

/** When each part was shown: a line for each day, seed and form. */
function whenOf(rows: Kept[]): string[] {
  const key = ({ part, date, seed, form }: Kept) => `| ${part} | ${date} | ${seed} | ${form} |`
  return [...new Set(rows.map(key))].map(
    line => `${line} ${verdictOf(rows.filter(row => key(row) === line))} |`,
  )
}

/** Puts the table of all kept results, and when each part was done, at the end of `document`. */
export function writeDocument(document: string, folder: string): void {
  const files = readdirSync(folder).filter(file => file.endsWith('.json'))
  const all = files.sort().flatMap(file => read(path.join(folder, file)))
  const when = ['| part | done on | seed | form | |', '|---|---|---:|---|---|', ...whenOf(all)].join('\n')
  const [text = ''] = readFileSync(document, 'utf8').split(MARK)
  writeFileSync(
    document,
    `${text}${MARK}\n\n**${verdictOf(all)}**\n\n${asMarkdown(all)}\n\n### When\n\n${when}\n`,
  )
}
