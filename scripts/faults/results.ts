import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { asMarkdown, type Row, verdictOf } from './table.ts'

/** How one part ended when it was last done and written down. */
export type PartResult = {
  /** Such as `2026-11-28`. */
  date: string
  seed: number
  form: 'full' | 'short'
  rows: Row[]
}

const MARK = '<!-- made by npm run faults -- --write: what is below this line is overwritten -->'

/** Keeps the rows of each part in a file of its own below `folder`: those of parts that were not done stay as they are. */
export function keepResults(folder: string, rows: Row[], about: Omit<PartResult, 'rows'>): void {
  mkdirSync(folder, { recursive: true })
  for (const part of new Set(rows.map(row => row.part))) {
    const result: PartResult = { ...about, rows: rows.filter(row => row.part === part) }
    writeFileSync(path.join(folder, `${part}.json`), `${JSON.stringify(result, null, 2)}\n`)
  }
}

function partsOf(folder: string): [part: string, PartResult][] {
  const files = readdirSync(folder).filter(file => file.endsWith('.json'))
  return files
    .sort()
    .map(file => [
      path.basename(file, '.json'),
      JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as PartResult,
    ])
}

/** Puts the table of all kept results, and when each part was done, at the end of `document`. */
export function writeDocument(document: string, folder: string): void {
  const parts = partsOf(folder)
  const lines = parts.map(
    ([part, { date, seed, form, rows }]) => `| ${part} | ${date} | ${seed} | ${form} | ${verdictOf(rows)} |`,
  )
  const all = parts.flatMap(([, { rows }]) => rows)
  const when = ['| part | done on | seed | form | |', '|---|---|---:|---|---|', ...lines].join('\n')
  const [text = ''] = readFileSync(document, 'utf8').split(MARK)
  writeFileSync(
    document,
    `${text}${MARK}\n\n**${verdictOf(all)}**\n\n${asMarkdown(all)}\n\n### When\n\n${when}\n`,
  )
}
