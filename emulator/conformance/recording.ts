import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
export type JsonObject = { [name: string]: Json }

/** One recorded request of the real Stripe with its answer. */
export interface Step {
  /** Where it stands: the line's number, and the place in its story. */
  at: string
  method: string
  path: string
  params: [name: string, value: string][]
  /** The `Stripe-Account` header. */
  account: string | null
  status: number
  response: JsonObject
}

/** A file of recordings: stories whose steps belong together, in order. */
export interface Recording {
  file: string
  stories: Step[][]
}

type Row = Omit<Step, 'at' | 'response'> & { n: number; response: Json; steps?: Omit<Row, 'steps'>[] }

function stepOf(row: Row, at: string): Step {
  const { method, path: where, params, account, status, response } = row
  const body = typeof response === 'object' && response !== null && !Array.isArray(response) ? response : {}
  return { at, method, path: where, params: params ?? [], account: account ?? null, status, response: body }
}

/**
 * Reads a folder of `.jsonl` files. A line is one request, `{ n, method, path, params, account, status, response }`, or a story of them,
 * `{ n, steps: […] }`; a file of single requests is one story.
 */
export function readRecordings(folder: string): Recording[] {
  const files = readdirSync(folder).filter(name => name.endsWith('.jsonl'))
  return files.sort().map(file => {
    const lines = readFileSync(path.join(folder, file), 'utf8').split('\n').filter(Boolean)
    const rows = lines.map(line => JSON.parse(line) as Row)
    const single = rows.filter(row => !row.steps).map(row => stepOf(row, `${row.n}`))
    const stories = rows.flatMap(row =>
      row.steps ? [row.steps.map((one, i) => stepOf(one, `${row.n}.${i}`))] : [],
    )
    return { file, stories: single.length > 0 ? [single, ...stories] : stories }
  })
}
