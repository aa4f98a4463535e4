import { appendFileSync } from 'node:fs'

/** One row of the table of faults: how many times something went wrong, and how often all was well afterwards. */
export type Row = { faults: string; operation: string; points: number; survived: number }

/** Adds a row to the table that `npm run faults` prints, if it is that which runs. */
export function note(row: Row): void {
  const file = process.env.FAULTS_FILE
  if (file) appendFileSync(file, `${JSON.stringify(row)}\n`)
}
