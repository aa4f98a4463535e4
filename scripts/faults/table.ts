import { readFileSync } from 'node:fs'

/** The part of the repetitions that the short form does; of the places it tries one in twenty-four, drawn from the seed. */
export const FAULTS_SHORT_SCALE = '0.05'

/**
 * One line of what the fault tests wrote: how often something went wrong, and how often all was well afterwards. `part` is the
 * test that did it.
 */
export type Row = { part: string; faults: string; operation: string; points: number; survived: number }

/** Reads the rows, those of the same faults and operation added up, in the order of their first mention. */
export function readRows(file: string): Row[] {
  const rows = new Map<string, Row>()
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const row = JSON.parse(line) as Row
    const key = `${row.part}|${row.faults}|${row.operation}`
    const sum = rows.get(key)
    if (!sum) rows.set(key, row)
    else rows.set(key, { ...row, points: sum.points + row.points, survived: sum.survived + row.survived })
  }
  return [...rows.values()]
}

const share = ({ points, survived }: Pick<Row, 'points' | 'survived'>) =>
  points === survived ? '100 %' : `${(Math.floor((10_000 * survived) / points) / 100).toFixed(2)} %`

const total = (rows: Row[]) =>
  rows.reduce((sum, row) => ({ points: sum.points + row.points, survived: sum.survived + row.survived }), {
    points: 0,
    survived: 0,
  })

/** `N of M survived`. */
export function verdictOf(rows: Row[]): string {
  const { points, survived } = total(rows)
  return `${survived} of ${points} survived`
}

/** The rows as Markdown: a table of the kinds of faults, then one of the operations for each kind. */
export function asMarkdown(rows: Row[]): string {
  const kinds = [...new Set(rows.map(row => row.faults))].sort()
  const summary = kinds.map(kind => {
    const sum = total(rows.filter(row => row.faults === kind))
    return `| ${kind} | ${sum.points} | ${sum.survived} | ${share(sum)} |`
  })
  const parts = kinds.map(kind => {
    const of = rows.filter(row => row.faults === kind)
    const lines = of.map(row => `| ${row.operation} | ${row.points} | ${row.survived} | ${share(row)} |`)
    return [`### ${kind}`, '', '| what | times | survived | |', '|---|---:|---:|---:|', ...lines].join('\n')
  })
  const head = ['| what goes wrong | times | survived | |', '|---|---:|---:|---:|']
  return [[...head, ...summary].join('\n'), ...parts].join('\n\n')
}
