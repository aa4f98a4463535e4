import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'

/** One row of the table of faults: how many times something went wrong, and how often all was well afterwards. */
export type Row = { faults: string; operation: string; points: number; survived: number }

/** The name of the test's file: without its number, where a part is in several files. */
const ownPart = () => path.basename(expect.getState().testPath ?? '', '.fault.ts').replace(/-\d$/, '')

/** Adds a row to a part of the table that `npm run faults` prints, if it is that which runs. */
export function note(row: Row, part = ownPart()): void {
  const file = process.env.FAULTS_FILE
  if (file) appendFileSync(file, `${JSON.stringify({ part, ...row })}\n`)
}
